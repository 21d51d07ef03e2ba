package org.undatacube.registry.coderequest;

import java.util.List;
import java.util.UUID;

/** @param next the cursor of the next page; null on the last */
public record CodeRequestPage(List<CodeRequestView> requests, UUID next) {}

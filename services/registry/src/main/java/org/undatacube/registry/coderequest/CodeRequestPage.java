package org.undatacube.registry.coderequest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param next the cursor of the next page; null on the last */
public record CodeRequestPage(
        List<CodeRequestView> requests,
        @Schema(nullable = true) UUID next) {}

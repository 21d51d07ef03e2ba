package org.undatacube.registry.resolving;

import java.util.List;

/**
 * What values mean.
 *
 * @param list the list's identifier
 * @param version of the list in which they were looked up
 * @param results one for each value, in their order
 */
public record ResolveAnswer(String list, String version, List<Resolution> results) {}

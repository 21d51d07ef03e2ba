package org.undatacube.registry.codelist;

/**
 * What a change did to a list, or would do.
 *
 * @param version the list's version after it; the same as before where nothing changes
 * @param diff what is another than before
 */
public record Change(String version, CodeListDiff diff) {}

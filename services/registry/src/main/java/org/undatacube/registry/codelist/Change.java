package org.undatacube.registry.codelist;

/**
 * What a change did to a list.
 *
 * @param version the list's version after it; the same as before where nothing changed
 */
public record Change(String version, int added, int changed, int unchanged) {}

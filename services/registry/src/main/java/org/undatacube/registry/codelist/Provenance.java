package org.undatacube.registry.codelist;

/**
 * Who changes a list, and why.
 *
 * @param by the identifier of a key, or what did it
 */
public record Provenance(String by, String reason) {
    /** By whom what the project ships is in the database. */
    public static final String REFERENCE_FILES = "reference files";

    /** That it is shipped. */
    public static final Provenance SHIPPED = new Provenance(REFERENCE_FILES, "What the project ships");
}

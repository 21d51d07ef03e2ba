package org.undatacube.contributions.validation;

/**
 * What a finding points at.
 *
 * @param row line of the CSV file, or number of the line within its breakdown; null for what is not on a line
 * @param field column or property, or null for the whole row
 * @param pointer JSON pointer into the body, or null where the body is not JSON
 */
public record Place(Long row, String field, String pointer) {
    /** The submission as a whole. */
    public static final Place WHOLE = new Place(null, null, null);

    public static Place ofField(String field) {
        return new Place(null, field, null);
    }

    /** A property that is not on a line. */
    public static Place ofProperty(String field, String pointer) {
        return new Place(null, field, pointer);
    }
}

package org.undatacube.registry.resolving;

/**
 * A value that was met somewhere.
 *
 * @param year to which it belongs, or null
 */
public record Question(String value, Integer year) {
    /** Where it does not say its year, of this one. */
    Question in(Integer another) {
        return year == null ? new Question(value, another) : this;
    }
}

package org.undatacube.contributions.validation;

import java.util.Optional;

/**
 * What a submission says about itself, before any rule looked at it; null where it says nothing.
 *
 * @param inBody whether it stands in a JSON body, where findings point at it, or in query parameters
 */
public record StatedHeader(
        String entity,
        String year,
        String flow,
        String controlTotal,
        String replaces,
        String source,
        String test,
        boolean inBody) {

    public Place at(String field) {
        return inBody ? Place.ofProperty(field, "/" + field) : Place.ofField(field);
    }

    static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}

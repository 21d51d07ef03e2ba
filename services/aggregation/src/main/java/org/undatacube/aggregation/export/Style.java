package org.undatacube.aggregation.export;

import org.undatacube.http.Language;

/**
 * How an answer is written.
 *
 * @param language in which the answer's labels are
 */
public record Style(Format format, Labels labels, Language language) {
    public static Style of(Format format) {
        return new Style(format, Labels.BOTH, Language.ENGLISH);
    }
}

package org.undatacube.aggregation.citation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which a citation is given. */
enum CitationForm {
    JSON("application/json"),
    APA("text/plain"),
    BIBTEX("application/x-bibtex"),
    RIS("application/x-research-info-systems");

    private final String mediaType;

    CitationForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return this == JSON ? mediaType : mediaType + ";charset=utf-8";
    }

    /** What it is called in {@code format=}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return Stream.of(values()).map(CitationForm::code).toList();
    }

    static Optional<CitationForm> find(String code) {
        return Stream.of(values()).filter(form -> form.code().equals(code)).findFirst();
    }
}

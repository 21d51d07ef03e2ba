package org.undatacube.registry.coderequest;

import org.undatacube.registry.importing.Severity;

/**
 * What the name and the code of a new contributor must be like. Every one is explained, with its source, in {@code
 * docs/how-to-request-a-contributor-code.md}.
 */
enum Constraint {
    NAME_LENGTH(Severity.REJECT, Source.CEB),
    TEXT_UNREADABLE(Severity.REJECT, Source.CEB),
    NAME_TAKEN(Severity.REJECT, Source.PROJECT),
    NAME_NEAR(Severity.WARN, Source.PROJECT),
    NAME_NOT_ENGLISH(Severity.WARN, Source.CEB),
    NAME_FEW_LETTERS(Severity.WARN, Source.CEB),
    NAME_ALL_CAPITALS(Severity.WARN, Source.PROJECT),
    NAME_ABBREVIATED(Severity.WARN, Source.PROJECT),
    CODE_FORM(Severity.REJECT, Source.CEB),
    CODE_TAKEN(Severity.REJECT, Source.CEB),
    CODE_NEAR(Severity.WARN, Source.CEB),
    CODE_WITH_HYPHEN(Severity.WARN, Source.PROJECT),
    CODE_OF_COUNTRY(Severity.REJECT, Source.PROJECT),
    GOVERNMENT_CODE(Severity.REJECT, Source.PROJECT),
    GOVERNMENT_KNOWN(Severity.WARN, Source.PROJECT),
    TYPE_UNKNOWN(Severity.REJECT, Source.CEB),
    COUNTRY_MISSING(Severity.REJECT, Source.PROJECT),
    COUNTRY_UNKNOWN(Severity.REJECT, Source.PROJECT),
    JUSTIFICATION_LENGTH(Severity.REJECT, Source.CEB),
    JUSTIFICATION_BRIEF(Severity.WARN, Source.CEB),
    WEBSITE_FORM(Severity.REJECT, Source.PROJECT),
    IATI_ORGANISATION_FORM(Severity.REJECT, Source.IATI),
    ASKED_ALREADY(Severity.REJECT, Source.PROJECT),
    ASKED_BY_ANOTHER(Severity.WARN, Source.PROJECT),
    DECISION_UNKNOWN(Severity.REJECT, Source.PROJECT),
    COMMENT_LENGTH(Severity.REJECT, Source.PROJECT);

    /** Who demands it. */
    enum Source {
        CEB("CEB"),
        IATI("IATI"),
        PROJECT("this project");

        private final String title;

        Source(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Severity severity;
    private final Source source;

    Constraint(Severity severity, Source source) {
        this.severity = severity;
        this.source = source;
    }

    Severity severity() {
        return severity;
    }

    Source source() {
        return source;
    }

    /** What it is called in findings, e.g. {@code NAME-LENGTH}. */
    String id() {
        return name().replace('_', '-');
    }
}

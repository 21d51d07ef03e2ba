package org.undatacube.contributions.report;

import java.util.Optional;
import org.undatacube.contributions.report.FindingQuery.Cursor;
import org.undatacube.contributions.submission.SearchParameters;
import org.undatacube.contributions.submission.Severity;
import org.undatacube.http.Problem;

/** Query parameters that choose findings, as they were sent; null for those that were not. */
record FindingParameters(String rule, String severity, String row, String field, String cursor, String limit) {
    static final String RULE = "Only findings of this rule";
    static final String SEVERITY = "Only findings of this severity: " + Severity.CHOICES;
    static final String ROW = "Only findings on this row";
    static final String FIELD = "Only findings at this column or property";
    static final String CURSOR = "The next of the page before";
    static final String LIMIT = "Findings a page, 1 to 1,000";
    private static final int LARGEST_PAGE = 1_000;
    private static final String ANY_NUMBER = "[0-9]{1,18}";

    /** @throws Problem (400) that names the parameter that cannot be read */
    FindingQuery query() {
        return new FindingQuery(
                SearchParameters.text("rule", rule),
                SearchParameters.choice("severity", severity, Severity::find, Severity.CHOICES),
                SearchParameters.choice(
                        "row",
                        row,
                        value -> value.matches(ANY_NUMBER) ? Optional.of(Long.valueOf(value)) : Optional.empty(),
                        "a whole number"),
                SearchParameters.text("field", field),
                SearchParameters.choice("cursor", cursor, Cursor::find, "the next of the page before"));
    }

    /** @throws Problem (400) where it cannot be one */
    int pageSize() {
        return limit == null ? LARGEST_PAGE : SearchParameters.limit(limit, LARGEST_PAGE);
    }
}

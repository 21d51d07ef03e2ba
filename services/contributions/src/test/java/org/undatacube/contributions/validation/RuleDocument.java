package org.undatacube.contributions.validation;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.contributions.validation.Treatment.Tolerance;

/** The rules as a page of the documentation. */
final class RuleDocument {
    private final StringBuilder page = new StringBuilder();

    @Override
    public String toString() {
        page.setLength(0);
        page.append("""
                # The rules of validation

                Version %s of the catalogue. Made of the code by a test; do not change it by hand. `GET /api/v1/rules` gives the same, in
                English or French by `Accept-Language`, with what administrators set. What *reject* speaks against is not taken in, *warn* is
                for somebody to look at, *note* says what was understood. Rules that are *fixed* protect the form: what they reject could not
                be stored.

                """.formatted(Rule.CATALOGUE));
        overview();
        for (Rule rule : Rule.values()) {
            describe(rule);
        }
        pairs();
        return page.toString();
    }

    private void overview() {
        page.append("| rule | severity | flow | from | tolerance |\n| --- | --- | --- | --- | --- |\n");
        for (Rule rule : Rule.values()) {
            Treatment treatment = rule.treatment();
            row(
                    "[" + rule.id() + "](#" + rule.id().toLowerCase(Locale.ROOT) + ")",
                    treatment.severity().code() + (treatment.isFixed() ? ", fixed" : ""),
                    treatment.flow() == null ? "both" : treatment.flow().code(),
                    treatment.from() == null ? "" : treatment.from().toString(),
                    treatment.tolerance() == null ? "" : words(treatment.tolerance()));
        }
    }

    private void describe(Rule rule) {
        RuleText english = RuleLanguage.ENGLISH.textOf(rule);
        RuleText french = RuleLanguage.FRENCH.textOf(rule);
        page.append("\n## ").append(rule.id()).append("\n");
        page.append("**")
                .append(english.title())
                .append(".** ")
                .append(english.text())
                .append('\n');
        page.append("Right: ").append(english.right()).append('\n');
        page.append("From: ").append(english.source()).append(".\n\n");
        page.append("*")
                .append(french.title())
                .append(".* ")
                .append(french.text())
                .append('\n');
        page.append("Ce qui serait juste\u00a0: ").append(french.right()).append('\n');
        page.append("Origine\u00a0: ").append(french.source()).append(".\n");
    }

    private void pairs() {
        page.append("\n## Instruments and contributors that belong together\n");
        page.append(
                "What INSTRUMENT-CONTRIBUTOR-MISMATCH goes by; other instruments and contributors go with all.\n\n");
        page.append("| dimension | code | belongs to | source |\n| --- | --- | --- | --- |\n");
        FundingPairs.TABLE
                .pairs()
                .forEach(pair ->
                        row(pair.dimension().code(), pair.code(), String.join(", ", pair.others()), pair.source()));
    }

    private void row(String... cells) {
        page.append(Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String words(Tolerance tolerance) {
        return switch (tolerance.unit()) {
            case USD -> tolerance.value() + " USD";
            case FACTOR -> tolerance.value() + " times";
        };
    }
}

package org.undatacube.aggregation.query;

/** Refuses to round so that the parts add up to their total where they do not do so before. */
final class RoundingCheck {
    private static final String PLAIN = "rounding=half-even";

    private RoundingCheck() {}

    static void check(Question question, Parameters parameters, Overlaps overlaps) {
        if (!question.view().rounding().additive()) {
            return;
        }
        if (question.subtotals() == Subtotals.CUBE) {
            refuse(parameters, "a cube's subtotals, which add up in more ways than one", "subtotals=rollup");
        }
        if (!question.columns().isEmpty()) {
            refuse(parameters, "columns, which add up in two ways", "no columns");
        }
        if (!question.having().isEmpty()) {
            refuse(parameters, "having, which hides some of the parts", "no having");
        }
        if (question.top().filter(top -> !top.others()).isPresent()) {
            refuse(parameters, "top without the others", "others=true");
        }
        question.drilldowns().stream()
                .filter(overlaps::areIn)
                .findFirst()
                .ifPresent(drilldown -> refuse(
                        parameters,
                        "groups that overlap, as those of " + drilldown.key() + " do",
                        "drilldowns whose members do not overlap"));
    }

    private static void refuse(Parameters parameters, String with, String instead) {
        throw parameters.wrong(
                ParameterNames.ROUNDING, "rounding=additive does not go with " + with + ".", PLAIN + ", or " + instead);
    }
}

package org.undatacube.contributions.validation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Severity;

/** A rule as the API shows it. */
@Schema(name = "Rule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(
        @Schema(examples = "UNKNOWN-CODE") String id,
        @Schema(examples = "Unknown code") String title,

        @Schema(examples = "A code is in the code list of its dimension.")
        String text,

        @Schema(description = "What would be right") String right,

        @Schema(description = "The data standard or the practice that it comes from", examples = "standards I to VII")
        String source,

        @Schema(description = "Where no setting says otherwise")
        Severity severity,

        @Schema(description = "Whether an administrator can set it; what protects the form cannot be set")
        boolean settable,

        @Schema(description = "First year that it is for; none: all years", examples = "2018")
        Integer fromYear,

        List<Flow> flows,

        @Schema(description = "How far figures may be apart, where no setting says otherwise", examples = "1")
        String tolerance,

        @Schema(description = "USD or FACTOR (times as much, or as little)", examples = "USD")
        String toleranceUnit,

        @Schema(description = "What administrators set") List<RuleSetting> settings) {

    static RuleView of(Rule rule, RuleSet rules, RuleLanguage language) {
        Treatment treatment = rule.treatment();
        Treatment.Tolerance tolerance = treatment.tolerance();
        RuleText text = language.textOf(rule);
        return new RuleView(
                rule.id(),
                text.title(),
                text.text(),
                text.right(),
                text.source(),
                treatment.severity(),
                !treatment.isFixed(),
                treatment.from(),
                treatment.flow() == null ? List.of(Flow.values()) : List.of(treatment.flow()),
                tolerance == null ? null : tolerance.value().toPlainString(),
                tolerance == null ? null : tolerance.unit().name(),
                rules.of(rule));
    }
}

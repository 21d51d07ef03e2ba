package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Severity;

/** How a rule is applied in some years; what is null stays as the catalogue has it. */
@Schema(name = "RuleSetting")
public record RuleSetting(
        @Schema(description = "First year; null: from the beginning", examples = "2018")
        Integer fromYear,

        @Schema(description = "Last year; null: for ever", examples = "2024")
        Integer toYear,

        @Schema(description = "null: both flows") Flow flow,
        Severity severity,

        @Schema(
                description = "For rules that compare figures, in the rule's toleranceUnit",
                type = SchemaType.STRING,
                examples = "1000")
        BigDecimal tolerance,

        @Schema(description = "Whether its warnings must be explained before the submission is certified")
        boolean explanationRequired) {

    /** A setting for some years only does not speak where the year is not known. */
    boolean covers(Optional<Integer> year, Optional<Flow> given) {
        boolean inYears = year.map(
                        number -> (fromYear == null || fromYear <= number) && (toYear == null || number <= toYear))
                .orElse(fromYear == null && toYear == null);
        return inYears && (flow == null || given.equals(Optional.of(flow)));
    }

    boolean overlaps(RuleSetting other) {
        boolean sameFlow = flow == null || other.flow == null || flow == other.flow;
        return sameFlow && first() <= other.last() && other.first() <= last();
    }

    private int first() {
        return fromYear == null ? Integer.MIN_VALUE : fromYear;
    }

    private int last() {
        return toYear == null ? Integer.MAX_VALUE : toYear;
    }
}

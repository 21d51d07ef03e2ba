package org.undatacube.contributions.submission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that a rule says about a submission. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        @Schema(
                description = "Its number in the report, from 1; none where more findings of the rule were stored than"
                        + " are stored",
                examples = "17")
        Long number,

        @Schema(description = "The rule's identifier, see /api/v1/rules", examples = "UNKNOWN-CODE")
        String rule,

        Severity severity,

        @Schema(
                description = "Line of the CSV file (its header is 1), or the line's number within its breakdown for"
                        + " JSON, from 1",
                examples = "3")
        Long row,

        @Schema(description = "Column or property", examples = "sdg")
        String field,

        @Schema(description = "JSON pointer into the body", examples = "/breakdowns/0/lines/2/sdg")
        String pointer,

        @Schema(description = "What was submitted, at most 200 characters", examples = "5.99")
        String value,

        @Schema(examples = "No SDG has the code 5.99.") String message,

        @Schema(description = "What would be right", examples = "5.9 …, 5.a …, 5.b …")
        String expected,

        @Schema(description = "What the entity says to it, or to all warnings of the rule")
        Explanation explanation,

        @Schema(
                description = "In which of the submission's parts the row is counted, see …/parts; absent for what is"
                        + " said about the submission as a whole",
                examples = "1")
        Integer part,

        @Schema(description = "The entity's own identifier of the line", examples = "2024-0017")
        String lineId,

        @JsonIgnore @Schema(hidden = true) LineKey line) {

    /** How many findings there are of each severity, listed or not. */
    public record Counts(long reject, long warn, long note) {
        public Counts plus(Counts other) {
            return new Counts(reject + other.reject, warn + other.warn, note + other.note);
        }

        public Counts minus(Counts other) {
            return new Counts(reject - other.reject, warn - other.warn, note - other.note);
        }
    }

    /**
     * The entity's words.
     *
     * @param by the key that wrote them
     */
    @Schema(name = "Explanation")
    public record Explanation(String text, String by, Instant at) {}

    /** Whether it says the same about the same, whatever its number. */
    boolean saysSameAs(Finding other) {
        return withNumber(null).equals(other.withNumber(null));
    }

    private Finding withNumber(Long another) {
        return new Finding(
                another, rule, severity, row, field, pointer, value, message, expected, null, part, lineId, line);
    }
}

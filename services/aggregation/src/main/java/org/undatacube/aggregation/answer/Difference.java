package org.undatacube.aggregation.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.coverage.Coverage;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Flow;

/**
 * What a question gives in one edition that is another than in another one. Both are asked by the code lists of the later.
 *
 * @param question as it was understood; the order of the cells is none of a question's
 * @param cells the cells of which the amount or the number of lines changed, the largest change first; those of the page
 * @param cellCount how many there are on all pages
 * @param total of all lines within the cuts, whether or not their cells changed
 * @param submissions what was published, restated or withdrawn between the two for the entities and years of the question
 * @param notes what must be known to read the figures rightly
 */
public record Difference(
        Flow cube,
        End from,
        End to,
        Question.Canonical question,
        List<ChangedCell> cells,
        long cellCount,
        Sides total,
        List<Moved> submissions,
        List<String> notes) {

    /** One of the two editions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record End(long edition, Instant publishedAt, Coverage coverage) {
        static End of(Edition edition, Coverage coverage) {
            return new End(edition.number(), edition.publishedAt(), coverage);
        }
    }

    /** The sum of some lines, and how many they are. */
    public record Side(Usd amount, long lines) {
        static final Side NOTHING = new Side(Usd.ZERO, 0);
    }

    /** @param change the amount after less the amount before */
    public record Sides(Side before, Side after, Usd change) {
        static Sides of(Side before, Side after) {
            return new Sides(before, after, after.amount().minus(before.amount()));
        }

        boolean isNothing() {
            return before.equals(after);
        }
    }

    /**
     * A cell that changed.
     *
     * @param submissions those that moved it
     */
    @Schema(
            type = SchemaType.OBJECT,
            additionalProperties = Object.class,
            description =
                    "One property for each drilldown, then before and after with amount and lines, change, and the"
                            + " submissions that moved the cell",
            examples = "{\"year\":2024,\"before\":{\"amount\":\"10.00\",\"lines\":1},\"after\":{\"amount\":\"12.50\","
                    + "\"lines\":2},\"change\":\"2.50\",\"submissions\":[\"0190163d-8694-739b-aea5-966c26f8ad91\"]}")
    public record ChangedCell(
            @Schema(hidden = true) List<Cell.Key> keys,
            @Schema(hidden = true) Sides sides,
            @Schema(hidden = true) List<UUID> submissions) {

        @JsonValue
        Map<String, Object> properties() {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (Cell.Key key : keys) {
                properties.put(
                        key.drilldown(),
                        key instanceof Cell.Key.Member member
                                ? new Code(member.code(), member.label())
                                : ((Cell.Key.Year) key).year());
            }
            properties.put("before", sides.before());
            properties.put("after", sides.after());
            properties.put("change", sides.change());
            properties.put("submissions", submissions);
            return properties;
        }
    }

    /** A member as it is written. */
    @JsonPropertyOrder({"code", "label"})
    private record Code(String code, String label) {}

    /**
     * A submission that stands in one of the two editions and not in the other.
     *
     * @param replaces the submission that stood in its place before; null where there was none
     * @param submission what stands in the later edition; null where nothing does any more
     * @param sides what the question's lines of the entity and year added up to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moved(
            String entity,
            int year,
            @Schema(nullable = true) UUID replaces,
            @Schema(nullable = true) UUID submission,
            Sides sides) {}
}

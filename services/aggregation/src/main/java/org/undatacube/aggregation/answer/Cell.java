package org.undatacube.aggregation.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One cell of an answer: a key for each drilldown that it is grouped by, and the measures.
 *
 * @param grouping the drilldowns that it is grouped by; null where subtotals were not asked for
 */
@Schema(
        type = SchemaType.OBJECT,
        additionalProperties = Object.class,
        description =
                "One property for each drilldown (a code and its label, or the year) and one for each measure. With"
                        + " subtotals also grouping, the drilldowns that the cell is grouped by; in a cell of what is not on top"
                        + " others, which is true.",
        examples = "{\"sdg.goal\":{\"code\":\"5\",\"label\":\"Gender equality\"},\"year\":2024,\"amount\":\"12.50\"}")
public record Cell(
        @Schema(hidden = true) List<Key> keys,
        @Schema(hidden = true) Figures figures,
        @Schema(nullable = true, hidden = true) List<String> grouping) {

    /** What a cell is for in one drilldown. */
    @Schema(hidden = true)
    public sealed interface Key {
        String drilldown();

        default boolean isOthers() {
            return false;
        }

        /**
         * The member under which lines are shown on a level, or the group.
         *
         * @param code null for the others, which are not on top
         */
        record Member(
                String drilldown, @Schema(nullable = true) String code, String label) implements Key {
            @Override
            public boolean isOthers() {
                return code == null;
            }
        }

        record Year(String drilldown, int year) implements Key {}
    }
}

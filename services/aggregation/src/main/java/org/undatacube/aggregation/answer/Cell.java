package org.undatacube.aggregation.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row of an answer: a key for each drilldown, and the measures. */
@Schema(
        type = SchemaType.OBJECT,
        additionalProperties = Object.class,
        description = "One property for each drilldown (a code and its label, or the year) and one for each measure",
        examples = "{\"sdg.goal\":{\"code\":\"5\",\"label\":\"Gender equality\"},\"year\":2024,\"amount\":\"12.50\"}")
public record Cell(
        @Schema(hidden = true) List<Key> keys,
        @Schema(hidden = true) Figures figures) {

    /** What a cell is for in one drilldown. */
    @Schema(hidden = true)
    public sealed interface Key {
        String drilldown();

        /** The member under which lines are shown on a level, or the group. */
        record Member(String drilldown, String code, String label) implements Key {}

        record Year(String drilldown, int year) implements Key {}
    }

    private record CodeAndLabel(String code, String label) {}

    @JsonValue
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : keys) {
            if (key instanceof Key.Member member) {
                properties.put(key.drilldown(), new CodeAndLabel(member.code(), member.label()));
            } else if (key instanceof Key.Year year) {
                properties.put(key.drilldown(), year.year());
            }
        }
        properties.putAll(figures.properties());
        return properties;
    }
}

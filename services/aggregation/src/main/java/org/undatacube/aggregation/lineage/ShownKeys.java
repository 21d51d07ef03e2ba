package org.undatacube.aggregation.lineage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.answer.Cell;

/** The keys of a cell as properties, as answers have them. */
final class ShownKeys {
    private ShownKeys() {}

    /** A member as it is written. */
    @JsonPropertyOrder({"code", "label"})
    private record Member(String code, String label) {}

    static Map<String, Object> of(List<Cell.Key> keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Cell.Key key : keys) {
            properties.put(
                    key.drilldown(),
                    key instanceof Cell.Key.Member member
                            ? new Member(member.code(), member.label())
                            : ((Cell.Key.Year) key).year());
        }
        return properties;
    }
}

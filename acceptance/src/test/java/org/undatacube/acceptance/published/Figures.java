package org.undatacube.acceptance.published;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Amounts by their coordinates, e.g. {@code 2022 R03} or {@code UNDP E01 2022}. Where nothing is, zero is. */
public final class Figures {
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    private final Map<String, BigDecimal> amounts = new TreeMap<>();

    /** The cells of an answer; a member is named by its code. */
    public static Figures of(JsonNode answer) {
        assertEquals(answer.get("cellCount").asInt(), answer.get("cells").size(), "the answer is not the whole of it");
        return of(answer.get("cells"), fields(answer.get("question").get("drilldown")), "amount");
    }

    /** Cells added up by some of what they are grouped by. */
    public static Figures of(Iterable<JsonNode> cells, List<String> fields, String measure) {
        Figures figures = new Figures();
        for (JsonNode cell : cells) {
            String coordinates = fields.stream()
                    .map(field -> cell.get(field))
                    .map(member -> member.isObject() ? member.get("code").asText() : member.asText())
                    .collect(Collectors.joining(" "));
            figures.add(coordinates, new BigDecimal(cell.get(measure).asText()));
        }
        return figures;
    }

    public void add(String coordinates, BigDecimal amount) {
        amounts.merge(coordinates, amount, BigDecimal::add);
    }

    public boolean has(String coordinates) {
        return amounts.containsKey(coordinates);
    }

    public Set<String> keys() {
        return Set.copyOf(amounts.keySet());
    }

    public int size() {
        return amounts.size();
    }

    public BigDecimal total() {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Figures only(Predicate<String> coordinates) {
        Figures some = new Figures();
        amounts.forEach((key, amount) -> {
            if (coordinates.test(key)) {
                some.add(key, amount);
            }
        });
        return some;
    }

    /** In the order of the coordinates, amounts without zeros at their ends. */
    @Override
    public String toString() {
        return amounts.entrySet().stream()
                .map(entry -> entry.getKey() + ": "
                        + entry.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
    }

    /** Fails with every difference; amounts may differ by the rounding to cents of what is expected. */
    public void requireToTheCent(Figures expected) {
        requireWithin(HALF_A_CENT, expected);
    }

    public void requireExactly(Figures expected) {
        requireWithin(BigDecimal.ZERO, expected);
    }

    private void requireWithin(BigDecimal tolerance, Figures expected) {
        assertTrue(!expected.amounts.isEmpty(), "nothing is expected");
        assertAll(Stream.concat(amounts.keySet().stream(), expected.amounts.keySet().stream())
                .distinct()
                .filter(key -> at(key).subtract(expected.at(key)).abs().compareTo(tolerance) > 0)
                .map(key -> () -> assertEquals(expected.at(key), at(key), key)));
    }

    private BigDecimal at(String coordinates) {
        return amounts.getOrDefault(coordinates, BigDecimal.ZERO);
    }

    private static List<String> fields(JsonNode drilldown) {
        return drilldown.isTextual()
                ? List.of(drilldown.asText().split(",", -1))
                : Stream.iterate(0, index -> index < drilldown.size(), index -> index + 1)
                        .map(index -> drilldown.get(index).asText())
                        .toList();
    }
}

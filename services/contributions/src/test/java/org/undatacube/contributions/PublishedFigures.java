package org.undatacube.contributions;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.config.JsonPathConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.undatacube.changefeed.LineStream;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;

/** What is published of an entity's expense in a year, added up from the feed in the plainest way. */
final class PublishedFigures {
    static final List<String> DIMENSIONS =
            List.of("entity", "function", "location", "instrument", "sdg", "contributor", "gem");

    private final Map<String, Object> publication;
    private final Map<Long, List<PublishedLine>> lines = new HashMap<>();

    private PublishedFigures(Map<String, Object> publication) {
        this.publication = publication;
    }

    static PublishedFigures of(String entity, int year) {
        Map<String, Object> last = null;
        List<Integer> editions = new ArrayList<>();
        for (Map<String, Object> change : changes()) {
            for (Map<String, Object> publication : list(change.get("publications"))) {
                if (publication.get("entity").equals(entity)
                        && ((Number) publication.get("year")).intValue() == year
                        && publication.get("flow").equals("expense")) {
                    last = publication;
                    editions.add(((Number) change.get("edition")).intValue());
                }
            }
        }
        PublishedFigures figures = new PublishedFigures(last);
        editions.forEach(figures::readLines);
        return figures;
    }

    private static List<Map<String, Object>> changes() {
        List<Map<String, Object>> changes = new ArrayList<>();
        List<Map<String, Object>> page;
        do {
            // editions have no gaps
            page = given().get("/feed?limit=1000&after=" + changes.size())
                    .jsonPath(new JsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
                    .getList("$");
            changes.addAll(page);
        } while (!page.isEmpty());
        return changes;
    }

    /** Null where nothing is published. */
    BigDecimal controlTotal() {
        return publication == null ? null : plain(publication.get("controlTotal"));
    }

    BigDecimal total() {
        return chosen(Set.of()).map(breakdown -> plain(breakdown.get("total"))).orElse(null);
    }

    /** Sums by code; empty where no breakdown gives the dimension. */
    Map<String, BigDecimal> by(String dimension) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Set<String> needed = dimension.equals("entity") ? Set.of() : Set.of(dimension);
        chosen(needed).ifPresent(breakdown -> {
            for (PublishedLine line : lines.get(((Number) breakdown.get("breakdown")).longValue())) {
                sums.merge(line.codes().get(Dimension.of(dimension)), line.amount(), BigDecimal::add);
            }
        });
        sums.replaceAll((code, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    /** Every set of dimensions that some breakdown gives. */
    Set<List<String>> answerable() {
        List<String> all = DIMENSIONS.subList(1, DIMENSIONS.size());
        Set<List<String>> answerable = new HashSet<>();
        for (int bits = 0; bits < 64; bits++) {
            int chosen = bits;
            List<String> set = all.stream()
                    .filter(dimension -> (chosen >> all.indexOf(dimension) & 1) == 1)
                    .toList();
            if (chosen(Set.copyOf(set)).isPresent()) {
                answerable.add(set);
            }
        }
        return answerable;
    }

    private Optional<Map<String, Object>> chosen(Set<String> needed) {
        if (publication == null) {
            return Optional.empty();
        }
        return list(publication.get("breakdowns")).stream()
                .filter(breakdown -> dimensions(breakdown).containsAll(needed))
                .min(Comparator.comparing((Map<String, Object> breakdown) -> !ties(breakdown))
                        .thenComparing(breakdown -> dimensions(breakdown).size())
                        .thenComparing(breakdown -> dimensions(breakdown).stream()
                                .map(dimension -> "" + DIMENSIONS.indexOf(dimension))
                                .collect(Collectors.joining())));
    }

    private boolean ties(Map<String, Object> breakdown) {
        return plain(breakdown.get("total")).subtract(controlTotal()).abs().compareTo(BigDecimal.ONE) <= 0;
    }

    private void readLines(int edition) {
        byte[] stream = given().get("/feed/editions/" + edition + "/lines").asByteArray();
        try {
            LineStream.read(
                    new ByteArrayInputStream(stream),
                    line -> lines.computeIfAbsent(line.breakdown(), breakdown -> new ArrayList<>())
                            .add(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> dimensions(Map<String, Object> breakdown) {
        return (List<String>) breakdown.get("dimensions");
    }

    private static BigDecimal plain(Object number) {
        return new BigDecimal(number.toString()).stripTrailingZeros();
    }
}

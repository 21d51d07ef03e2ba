package org.undatacube.aggregation.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;

/** Random questions: the canonical text reads as the same question, and every spelling has the same canonical text. */
class CanonicalQuestionTest {
    private static final int QUESTIONS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    static LongStream seeds() {
        return Seeds.of(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsAsTheSameQuestionAgain(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        for (int number = 0; number < QUESTIONS; number++) {
            RandomText text = new RandomText(random);
            String where = "seed " + seed + ", question " + number + ": " + text.query();
            Question question = Asked.text(text.query());
            String canonical = JSON.writeValueAsString(question.canonical());
            Question again = Asked.json(canonical);
            assertEquals(question, again, where);
            assertEquals(question.canonical(), again.canonical(), where);
            assertEquals(question.canonical(), Asked.text(text.respelt()).canonical(), where + " " + text.respelt());
        }
    }

    @Test
    void areEqualWhereTheyMeanTheSame() {
        assertEquals(
                Asked.text("cut=sdg:5;1|year:2020|entity:UNRISD&where=amount:ge:1.0|amount:lt:9"),
                Asked.text("cut=entity:un-unrisd|year:2020..2020|sdg:1;5;1&where=amount:lt:9.00|amount:ge:1"));
        assertEquals(
                Asked.text("drilldown=year,sdg.goal,gem.marker&columns=sdg.goal,year"),
                Asked.text("drilldown=year,sdg.goal,gem.marker&columns=year,sdg.goal"));
    }

    /** The parameters of a right question, and the same in another spelling. */
    private static final class RandomText {
        private static final List<String> KEYS = List.of(
                "year",
                "entity.type",
                "entity.board",
                "location.region",
                "location.country",
                "location.groups",
                "sdg.goal",
                "sdg.target",
                "sdg.five-ps",
                "instrument.group",
                "contributor.type",
                "gem.marker");
        private static final List<String> MEASURES = List.of(
                "amount",
                "lines",
                "entities",
                "average",
                "minimum",
                "maximum",
                "share.total",
                "share.parent",
                "distinct.location.country",
                "distinct.entity.entity");
        private static final List<String> MEASURES_BY_YEAR =
                List.of("change", "growth", "cumulative", "change.2018", "growth.1999");
        private static final List<List<String>> CUTS = List.of(
                List.of("sdg:5;1", "sdg:1;5", " sdg : 5 ; 1 ; 5", "sdg:goal:1;5"),
                List.of("!sdg:1..5", "! sdg:1;2;5", "!sdg:goal:5;2;1"),
                List.of("sdg:only:5", "sdg:only:5;5"),
                List.of("location:ML;EG", "location:mli;466;EGY", "location:country:EG;ML"),
                List.of("!location:groups:LDC;-", "!location:groups:-;ldc"),
                List.of("entity:UN-UNRISD", "entity:unrisd", "entity:subentity:UNRISD"),
                List.of("year:2018;2020..2022", "year:2021..2022;2020;2018", "year: 2020 .. 2022;2018..2018"),
                List.of("!year:2020", "! year:2020..2020;2020"));

        private final Random random;
        private final List<String> parameters = new ArrayList<>();
        private final List<String> respelt = new ArrayList<>();

        RandomText(Random random) {
            this.random = random;
            List<String> drilldowns = some(KEYS, random.nextInt(5));
            boolean byYear = drilldowns.contains("year");
            List<String> measures = new ArrayList<>(some(MEASURES, random.nextInt(4)));
            measures.addAll(byYear ? some(MEASURES_BY_YEAR, random.nextInt(3)) : List.of());
            List<String> columns = drilldowns.size() > 1 ? some(drilldowns, random.nextInt(2)) : List.of();
            measures.addAll(columns.isEmpty() ? List.of() : some(List.of("share.row"), random.nextInt(2)));
            List<String> orders = new ArrayList<>(some(measures, random.nextInt(3)));
            orders.addAll(some(drilldowns, random.nextInt(3)));
            drilldowns.stream()
                    .filter(key -> !key.equals("year") && random.nextInt(4) == 0)
                    .forEach(key -> orders.add(key + ".label"));
            orders.replaceAll(key -> random.nextBoolean() ? key : "-" + key);
            list("drilldown", drilldowns, ",");
            set("columns", columns, ",");
            list("measures", measures, ",");
            list("order", orders, ",");
            cuts();
            set("where", some(List.of("amount:ge:1", "amount:lt:1000000", "amount:ne:-0.5"), random.nextInt(3)), "|");
            set(
                    "having",
                    some(measures, random.nextInt(2)).stream()
                            .map(key -> key + ":gt:-0.25")
                            .toList(),
                    "|");
            one("subtotals", "none", "rollup", "cube");
            one("structure", "then", "today", "2018");
            one("consolidation", "gross", "eliminated", "net");
            one("limit", "1", "100000");
            one("offset", "0", "7");
            one("decimals", "0", "9");
            String ranking = orders.stream()
                    .map(order -> order.startsWith("-") ? order.substring(1) : order)
                    .filter(measures::contains)
                    .findFirst()
                    .orElse(measures.isEmpty() ? "amount" : measures.get(0));
            if (!MEASURES_BY_YEAR.contains(ranking) && !ranking.equals("share.row")) {
                top(drilldowns, columns);
            }
        }

        private void top(List<String> drilldowns, List<String> columns) {
            boolean canRank = !drilldowns.isEmpty()
                    && !List.of("year", "location.groups").contains(drilldowns.get(drilldowns.size() - 1));
            if (canRank && random.nextBoolean()) {
                both("top", Integer.toString(1 + random.nextInt(5)));
                String last = drilldowns.get(drilldowns.size() - 1);
                List<String> onItsSide = drilldowns.stream()
                        .filter(drilldown -> !drilldown.equals(last))
                        .filter(drilldown -> columns.contains(drilldown) == columns.contains(last))
                        .toList();
                set("per", some(onItsSide, random.nextInt(3)), ",");
                one("others", "true", "false");
            }
        }

        private void cuts() {
            List<List<String>> cuts = new ArrayList<>(CUTS);
            Collections.shuffle(cuts, random);
            List<List<String>> chosen = cuts.subList(0, random.nextInt(4));
            List<String> other = new ArrayList<>(chosen.stream().map(this::any).toList());
            Collections.shuffle(other, random);
            put(parameters, "cut", chosen.stream().map(this::any).toList(), "|");
            put(respelt, "cut", other, " | ");
        }

        String query() {
            return String.join("&", parameters);
        }

        String respelt() {
            Collections.shuffle(respelt, random);
            return String.join("&", respelt);
        }

        /** Items whose order is a part of the question. */
        private void list(String name, List<String> items, String separator) {
            put(parameters, name, items, separator);
            put(respelt, name, items, " " + separator + " ");
        }

        /** Items whose order is not. */
        private void set(String name, List<String> items, String separator) {
            List<String> shuffled = new ArrayList<>(items);
            Collections.shuffle(shuffled, random);
            put(parameters, name, items, separator);
            put(respelt, name, shuffled, separator + " ");
        }

        private void one(String name, String... values) {
            int choice = random.nextInt(values.length + 1);
            if (choice < values.length) {
                both(name, values[choice]);
            }
        }

        private void both(String name, String value) {
            parameters.add(name + "=" + value);
            respelt.add(name + "= " + value + " ");
        }

        private static void put(List<String> parameters, String name, List<String> items, String separator) {
            if (!items.isEmpty()) {
                parameters.add(name + "=" + String.join(separator, items));
            }
        }

        private String any(List<String> spellings) {
            return spellings.get(random.nextInt(spellings.size()));
        }

        private List<String> some(List<String> items, int count) {
            List<Integer> places =
                    new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
            Collections.shuffle(places, random);
            return places.stream().limit(count).map(items::get).toList();
        }
    }
}

package org.undatacube.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.benchmarks.CubeQuestion.Kind;

/** Questions for which a time is promised at a million lines. */
record KnownQuestion(String title, CubeQuestion question, int wantedMillis) {
    private static final List<String> TEN_TYPES =
            List.of("C01", "C02", "C03", "C04A", "C04B", "C04C", "C04E", "C05", "C06", "C07");

    static List<KnownQuestion> all(List<Level> levels) {
        Map<String, Level> byKey = byKey(levels);
        return List.of(
                new KnownQuestion(
                        "four dimensions with all subtotals",
                        question(
                                byKey,
                                Kind.CUBE,
                                List.of(),
                                "location.region",
                                "sdg.goal",
                                "instrument.instrument",
                                "year"),
                        75),
                new KnownQuestion(
                        "roll-up of three levels",
                        question(
                                byKey, Kind.ROLL_UP, List.of(), "entity.entity", "location.region", "location.country"),
                        105),
                new KnownQuestion(
                        "region by goal of one entity and year",
                        question(
                                byKey,
                                Kind.DETAIL,
                                List.of(
                                        new Cut(byKey.get("entity.entity"), List.of("UNDP")),
                                        new Cut(byKey.get(Level.YEAR), List.of("2023"))),
                                "location.region",
                                "sdg.goal"),
                        7),
                new KnownQuestion(
                        "ten largest of entity, country and year",
                        question(byKey, Kind.LARGEST, List.of(), "entity.entity", "location.country", Level.YEAR),
                        95));
    }

    /** With 70 cells. */
    static CubeQuestion repeated(List<Level> levels) {
        Map<String, Level> byKey = byKey(levels);
        Cut types = new Cut(byKey.get("contributor.type"), TEN_TYPES);
        return question(byKey, Kind.DETAIL, List.of(types), "contributor.type", Level.YEAR);
    }

    private static CubeQuestion question(Map<String, Level> byKey, Kind kind, List<Cut> cuts, String... drilldowns) {
        return new CubeQuestion(Stream.of(drilldowns).map(byKey::get).toList(), cuts, kind);
    }

    private static Map<String, Level> byKey(List<Level> levels) {
        return levels.stream().collect(Collectors.toMap(Level::key, Function.identity()));
    }
}

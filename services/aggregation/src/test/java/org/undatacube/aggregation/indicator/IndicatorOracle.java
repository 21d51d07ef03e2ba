package org.undatacube.aggregation.indicator;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.undatacube.aggregation.indicator.RandomReports.Line;
import org.undatacube.aggregation.indicator.RandomReports.Report;
import org.undatacube.aggregation.indicator.RandomReports.Table;
import org.undatacube.codelists.Flow;

/** What each indicator is by its definition, computed line by line and knowing nothing of questions. */
final class IndicatorOracle {
    private static final List<String> STANDARDS =
            List.of("function", "location", "instrument", "sdg", "contributor", "gem");
    private static final Set<String> FROM_WITHIN = Set.of("C04C", "C04D", "UNX", "POOL");
    private static final Set<String> GOVERNMENTS = Set.of("C01", "SWE", "NOR", "MLI");

    private static final Part REVENUE = new Part(Set.of(), (line, year) -> true);
    private static final Part BY_INSTRUMENT = instruments("R");
    private static final Part NON_CORE = instruments("R03");
    private static final Part BY_FUNCTION = functions("E");
    private static final Part BY_LOCATION = new Part(Set.of("location"), (line, year) -> true);
    private static final Part BY_MARKER = new Part(Set.of("gem"), (line, year) -> true);
    private static final Part ON_GOALS =
            new Part(Set.of("sdg"), (line, year) -> !line.codes().get("sdg").equals("X00"));
    private static final Part ALL = new Part(Set.of(), (line, year) -> true);

    static final Map<String, Rule> RULES = Map.ofEntries(
            entry("core-share", ratio(Flow.REVENUE, instruments("R02"), instruments("R02", "R03"), 0)),
            entry(
                    "core-share-with-assessed",
                    ratio(Flow.REVENUE, instruments("R01", "R02"), instruments("R01", "R02", "R03"), 0)),
            entry("assessed-share", ratio(Flow.REVENUE, instruments("R01"), BY_INSTRUMENT, 0)),
            entry("pooled-share", ratio(Flow.REVENUE, instruments("R03A"), NON_CORE, 2018)),
            entry("thematic-share", ratio(Flow.REVENUE, instruments("R03B"), NON_CORE, 2018)),
            entry("pooled-and-thematic-share", ratio(Flow.REVENUE, instruments("R03A", "R03B"), NON_CORE, 2018)),
            entry("pooled-fund-contributors", contributors("R03A", false, 2018)),
            entry("pooled-fund-governments", contributors("R03A", true, 2018)),
            entry("thematic-fund-contributors", contributors("R03B", false, 2018)),
            entry("thematic-fund-governments", contributors("R03B", true, 2018)),
            entry("core-contributors", contributors("R02", false, 0)),
            entry("entities-reporting-revenue", new Rule(Flow.REVENUE, REVENUE, null, false, 0, Figure.ENTITIES)),
            entry("entities-reporting-expenses", new Rule(Flow.EXPENSE, ALL, null, false, 0, Figure.ENTITIES)),
            entry("entities-by-sdg", entitiesBy("sdg")),
            entry("entities-by-location", entitiesBy("location")),
            entry("entities-by-gem", entitiesBy("gem")),
            entry("sdg-share", ratio(Flow.EXPENSE, ON_GOALS, ALL, 0)),
            entry("sdg-share-of-reported", new Rule(Flow.EXPENSE, ON_GOALS, ALL, true, 0, Figure.AMOUNT)),
            entry("oad-expenses", new Rule(Flow.EXPENSE, functions("E01", "E02"), null, false, 0, Figure.AMOUNT)),
            entry("oad-share", ratio(Flow.EXPENSE, functions("E01", "E02"), BY_FUNCTION, 0)),
            entry("development-share", ratio(Flow.EXPENSE, functions("E01"), BY_FUNCTION, 0)),
            entry("humanitarian-share", ratio(Flow.EXPENSE, functions("E02"), BY_FUNCTION, 0)),
            entry("peace-operations-share", ratio(Flow.EXPENSE, functions("E03"), BY_FUNCTION, 0)),
            entry("global-agenda-share", ratio(Flow.EXPENSE, functions("E04"), BY_FUNCTION, 0)),
            entry("humanitarian-share-of-oad", ratio(Flow.EXPENSE, functions("E02"), functions("E01", "E02"), 0)),
            entry(
                    "ldc-share",
                    ratio(
                            Flow.EXPENSE,
                            located((code, year) -> Set.of("ML", "AF").contains(code)),
                            BY_LOCATION,
                            0)),
            entry(
                    "lldc-share",
                    ratio(
                            Flow.EXPENSE,
                            located((code, year) -> code.equals("AF") || (code.equals("ML") && year >= 2020)),
                            BY_LOCATION,
                            0)),
            entry(
                    "sids-share",
                    ratio(Flow.EXPENSE, located((code, year) -> code.equals("NA") && year <= 2019), BY_LOCATION, 0)),
            entry(
                    "gender-share",
                    ratio(
                            Flow.EXPENSE,
                            new Part(
                                    Set.of("gem"),
                                    (line, year) -> Set.of("2", "3")
                                            .contains(line.codes().get("gem"))),
                            BY_MARKER,
                            0)));

    private final List<Report> reports;

    /** @param dimensions that a table must have for its lines to be looked at */
    record Part(Set<String> dimensions, BiPredicate<Line, Integer> counts) {}

    enum Figure {
        AMOUNT,
        ENTITIES,
        CONTRIBUTORS
    }

    record Rule(Flow flow, Part numerator, Part denominator, boolean zeroWhereUnknown, int since, Figure figure) {}

    /** All null where nothing is known. */
    record Figures(BigDecimal numerator, BigDecimal denominator, BigDecimal value, int reporting, int covered) {}

    private record Counted(Report report, Table table) {}

    IndicatorOracle(List<Report> reports) {
        this.reports = reports;
    }

    /** Empty where nothing is published of it. */
    Optional<Figures> figures(String indicator, Predicate<Report> place, Predicate<String> entities) {
        Rule rule = RULES.get(indicator);
        List<Report> scope = reports.stream()
                .filter(report -> report.flow() == rule.flow() && report.year() >= rule.since())
                .filter(place)
                .toList();
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        List<Counted> numerator = known(scope, rule.numerator());
        List<Counted> denominator = rule.denominator() == null ? List.of() : known(scope, rule.denominator());
        if (rule.denominator() == null) {
            BigDecimal value = figure(rule, rule.numerator(), numerator, entities);
            return Optional.of(new Figures(value, null, value, scope.size(), numerator.size()));
        }
        List<Counted> dividend = inBoth(numerator, denominator);
        List<Counted> divisor = rule.zeroWhereUnknown() ? denominator : inBoth(denominator, numerator);
        BigDecimal part = figure(rule, rule.numerator(), dividend, entities);
        BigDecimal whole = figure(rule, rule.denominator(), divisor, entities);
        if (part == null && whole != null) {
            part = BigDecimal.ZERO;
        }
        BigDecimal value = whole == null || whole.signum() == 0 ? null : part.divide(whole, 9, RoundingMode.HALF_EVEN);
        return Optional.of(new Figures(part, whole, value, scope.size(), divisor.size()));
    }

    private static List<Counted> inBoth(List<Counted> some, List<Counted> others) {
        Set<Report> known = others.stream().map(Counted::report).collect(Collectors.toSet());
        return some.stream().filter(one -> known.contains(one.report())).toList();
    }

    private static List<Counted> known(List<Report> scope, Part part) {
        return scope.stream()
                .flatMap(report -> report.tables().stream()
                        .filter(table -> table.dimensions().containsAll(part.dimensions()))
                        .min(preference(report))
                        .map(table -> new Counted(report, table))
                        .stream())
                .toList();
    }

    private static Comparator<Table> preference(Report report) {
        BigDecimal control = report.tables().get(0).total();
        return Comparator.comparing(
                        (Table table) -> table.total().subtract(control).abs().compareTo(BigDecimal.ONE) > 0)
                .thenComparing(table -> table.dimensions().size())
                .thenComparing(table -> STANDARDS.stream()
                        .filter(table.dimensions()::contains)
                        .map(dimension -> Integer.toString(STANDARDS.indexOf(dimension)))
                        .collect(Collectors.joining()));
    }

    private static BigDecimal figure(Rule rule, Part part, List<Counted> counted, Predicate<String> entities) {
        if (counted.isEmpty()) {
            return null;
        }
        return switch (rule.figure()) {
            case AMOUNT ->
                counted.stream()
                        .flatMap(one -> lines(one, part, entities).stream())
                        .map(Line::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            case ENTITIES ->
                BigDecimal.valueOf(counted.stream()
                        .filter(one -> !lines(one, part, entities).isEmpty())
                        .map(one -> one.report().entity())
                        .distinct()
                        .count());
            case CONTRIBUTORS ->
                BigDecimal.valueOf(counted.stream()
                        .flatMap(one -> lines(one, part, entities).stream())
                        .map(line -> line.codes().get("contributor"))
                        .distinct()
                        .count());
        };
    }

    private static List<Line> lines(Counted counted, Part part, Predicate<String> entities) {
        return counted.table().lines().stream()
                .filter(line -> entities.test(counted.report().entity())
                        || entities.test(line.codes().getOrDefault("entity", "")))
                .filter(line -> part.counts().test(line, counted.report().year()))
                .toList();
    }

    private static Rule ratio(Flow flow, Part numerator, Part denominator, int since) {
        return new Rule(flow, numerator, denominator, false, since, Figure.AMOUNT);
    }

    private static Rule entitiesBy(String dimension) {
        return new Rule(Flow.EXPENSE, new Part(Set.of(dimension), (line, year) -> true), ALL, true, 0, Figure.ENTITIES);
    }

    private static Rule contributors(String instrument, boolean governments, int since) {
        return new Rule(
                Flow.REVENUE,
                new Part(Set.of("instrument", "contributor"), (line, year) -> {
                    String contributor = line.codes().get("contributor");
                    return line.codes().get("instrument").startsWith(instrument)
                            && !FROM_WITHIN.contains(contributor)
                            && (!governments || GOVERNMENTS.contains(contributor));
                }),
                null,
                false,
                since,
                Figure.CONTRIBUTORS);
    }

    private static Part instruments(String... beginnings) {
        return starting("instrument", beginnings);
    }

    private static Part functions(String... beginnings) {
        return starting("function", beginnings);
    }

    private static Part starting(String dimension, String... beginnings) {
        return new Part(
                Set.of(dimension),
                (line, year) -> List.of(beginnings).stream()
                        .anyMatch(beginning -> line.codes().get(dimension).startsWith(beginning)));
    }

    private static Part located(BiPredicate<String, Integer> where) {
        return new Part(
                Set.of("location"), (line, year) -> where.test(line.codes().get("location"), year));
    }
}

package org.undatacube.aggregation.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.indicator.RandomReports.Line;
import org.undatacube.aggregation.indicator.RandomReports.Report;
import org.undatacube.aggregation.indicator.RandomReports.Table;
import org.undatacube.codelists.Flow;

/** A profile's figures, computed line by line and knowing nothing of questions. */
final class ProfileOracle {
    private static final List<String> STANDARDS =
            List.of("function", "location", "instrument", "sdg", "contributor", "gem");
    /** Of the codes that are not at the top. */
    private static final Map<String, String> PARENTS = Map.ofEntries(
            Map.entry("UNDP", "FUND-PROGRAMME"),
            Map.entry("WFP", "FUND-PROGRAMME"),
            Map.entry("UN", "SECRETARIAT"),
            Map.entry("UN-UNRISD", "UN"),
            Map.entry("UN Tourism", "SPECIALIZED-AGENCY"),
            Map.entry("15", "2"),
            Map.entry("202", "2"),
            Map.entry("11", "202"),
            Map.entry("ML", "11"),
            Map.entry("EG", "15"),
            Map.entry("NA", "202"),
            Map.entry("AF", "142"),
            Map.entry("R02A", "R02"),
            Map.entry("R02B", "R02"),
            Map.entry("R03A", "R03"),
            Map.entry("R03B", "R03"),
            Map.entry("R03E", "R03"),
            Map.entry("1.a", "1"),
            Map.entry("5.1", "5"),
            Map.entry("SWE", "C01"),
            Map.entry("NOR", "C01"),
            Map.entry("MLI", "C01"),
            Map.entry("EVIL", "C02"),
            Map.entry("UNX", "C04C"),
            Map.entry("POOL", "C04D"));

    private static final Map<String, List<String>> LEVELS = Map.of(
            "entity", List.of("type", "entity", "subentity"),
            "function", List.of("function"),
            "location", List.of("region", "subregion", "intermediate", "country"),
            "instrument", List.of("group", "instrument", "fund"),
            "sdg", List.of("goal", "target"),
            "contributor", List.of("type", "contributor"),
            "gem", List.of("marker"));

    /** On other levels than the number of those above them says. */
    private static final Map<String, String> RAGGED = Map.of("EG", "country", "NA", "country", "AF", "country");

    private final List<Report> reports;

    ProfileOracle(List<Report> reports) {
        this.reports = reports;
    }

    static List<String> levels(String dimension) {
        return LEVELS.get(dimension);
    }

    static String level(String dimension, String code) {
        int above = 0;
        for (String step = PARENTS.get(code); step != null; step = PARENTS.get(step)) {
            above++;
        }
        return RAGGED.getOrDefault(code, LEVELS.get(dimension).get(above));
    }

    /**
     * The subject's amount by the members of a level, or by year.
     *
     * @param by null for by year
     */
    Map<String, BigDecimal> amounts(
            Flow flow, Integer year, String dimension, String subject, String by, String level) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        Set<String> needed = Stream.of(dimension, by == null ? dimension : by)
                .filter(name -> !name.equals("entity"))
                .collect(Collectors.toSet());
        for (Report report : reports) {
            if (report.flow() == flow && (year == null || report.year() == year)) {
                table(report, needed)
                        .ifPresent(table -> table.lines().stream()
                                .filter(line -> subject == null || isBelow(code(report, line, dimension), subject))
                                .forEach(line -> amounts.merge(
                                        by == null
                                                ? Integer.toString(report.year())
                                                : memberAt(by, code(report, line, by), level),
                                        line.amount(),
                                        BigDecimal::add)));
            }
        }
        return amounts;
    }

    /** 1 for the largest; null where it has nothing. */
    static Integer rank(Map<String, BigDecimal> amounts, String subject) {
        BigDecimal own = amounts.get(subject);
        return own == null
                ? null
                : 1
                        + (int) amounts.values().stream()
                                .filter(amount -> amount.compareTo(own) > 0)
                                .count();
    }

    static BigDecimal share(Map<String, BigDecimal> amounts, String subject) {
        BigDecimal total = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return !amounts.containsKey(subject) || total.signum() == 0
                ? null
                : amounts.get(subject).divide(total, 9, RoundingMode.HALF_EVEN);
    }

    private static String code(Report report, Line line, String dimension) {
        return line.codes().getOrDefault(dimension, dimension.equals("entity") ? report.entity() : null);
    }

    private static boolean isBelow(String code, String subject) {
        for (String step = code; step != null; step = PARENTS.get(step)) {
            if (step.equals(subject)) {
                return true;
            }
        }
        return false;
    }

    /** What stands above the level is shown under itself. */
    private static String memberAt(String dimension, String code, String level) {
        List<String> levels = LEVELS.get(dimension);
        String member = code;
        while (levels.indexOf(level(dimension, member)) > levels.indexOf(level)) {
            member = PARENTS.get(member);
        }
        return member;
    }

    private static Optional<Table> table(Report report, Set<String> needed) {
        BigDecimal control = report.tables().get(0).total();
        return report.tables().stream()
                .filter(table -> table.dimensions().containsAll(needed))
                .min(Comparator.comparing((Table table) ->
                                table.total().subtract(control).abs().compareTo(BigDecimal.ONE) > 0)
                        .thenComparing(table -> table.dimensions().size())
                        .thenComparing(table -> STANDARDS.stream()
                                .filter(table.dimensions()::contains)
                                .map(dimension -> Integer.toString(STANDARDS.indexOf(dimension)))
                                .collect(Collectors.joining())));
    }
}

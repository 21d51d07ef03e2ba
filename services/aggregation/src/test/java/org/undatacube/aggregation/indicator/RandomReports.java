package org.undatacube.aggregation.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.published.Published;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Flow;

/** What some entities reported for some years: tables of all kinds, some of which do not tie to the first. */
public final class RandomReports {
    private static final List<String> ENTITIES = List.of("UNDP", "WFP", "UN", "UN Tourism");
    private static final Map<String, List<String>> CODES = Map.of(
            "instrument", List.of("R01", "R02", "R02A", "R02B", "R03", "R03A", "R03B", "R03E", "R04"),
            "contributor", List.of("C01", "SWE", "NOR", "MLI", "EVIL", "UNX", "POOL"),
            "function", List.of("E01", "E02", "E03", "E04"),
            "location", List.of("2", "202", "ML", "EG", "NA", "AF", "G&I"),
            "sdg", List.of("1", "1.a", "5.1", "10", "X00"),
            "gem", List.of("0", "1", "2", "3"));
    private static final List<List<String>> REVENUE = List.of(
            List.of("instrument"),
            List.of("contributor"),
            List.of("instrument,contributor"),
            List.of("instrument", "contributor"),
            List.of("contributor", "instrument,contributor"));
    private static final List<List<String>> EXPENSE = List.of(
            List.of("function"),
            List.of("function", "sdg"),
            List.of("sdg", "location"),
            List.of("function,location,sdg"),
            List.of("gem", "function,gem", "sdg"),
            List.of("location,sdg", "function"));

    /** A line's codes by dimension, with its entity's. */
    public record Line(Map<String, String> codes, BigDecimal amount) {}

    public record Table(Set<String> dimensions, List<Line> lines) {
        public BigDecimal total() {
            return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** @param tables of which the first gives the control total */
    public record Report(String entity, int year, Flow flow, List<Table> tables) {}

    private final Random random;
    private final List<Report> reports = new ArrayList<>();

    public RandomReports(long seed) {
        random = new Random(seed);
        for (String entity : ENTITIES) {
            for (int year = 2016; year <= 2021; year++) {
                if (random.nextInt(5) > 0) {
                    reports.add(report(entity, year, Flow.REVENUE, REVENUE));
                }
                if (random.nextInt(5) > 0) {
                    reports.add(report(entity, year, Flow.EXPENSE, EXPENSE));
                }
            }
        }
        // whatever the seed, something of each
        reports.add(report("WFP", 2022, Flow.REVENUE, List.of(List.of("instrument,contributor"))));
        reports.add(report("WFP", 2022, Flow.EXPENSE, List.of(List.of("function,location,sdg", "gem"))));
    }

    public List<Report> reports() {
        return reports;
    }

    /** In one edition. */
    public Published published() {
        Published published = new Published();
        published.publish(reports.stream()
                .map(report -> published.publication(
                        report.flow(),
                        report.entity(),
                        report.year(),
                        report.tables().stream().map(RandomReports::text).toArray(Published.Breakdown[]::new)))
                .toArray(Publication[]::new));
        return published;
    }

    private static Published.Breakdown text(Table table) {
        return new Published.Breakdown(
                String.join(",", table.dimensions()),
                table.lines().stream()
                        .map(line -> Stream.concat(
                                        line.codes().entrySet().stream()
                                                .map(code -> code.getKey() + "=" + code.getValue()),
                                        Stream.of(line.amount().toPlainString()))
                                .collect(Collectors.joining(" ")))
                        .toList());
    }

    private Report report(String entity, int year, Flow flow, List<List<String>> kinds) {
        List<Table> tables = new ArrayList<>();
        for (String dimensions : kinds.get(random.nextInt(kinds.size()))) {
            Table table = table(entity, Set.of(dimensions.split(",", -1)));
            if (!tables.isEmpty() && random.nextBoolean()) {
                table = tied(table, tables.get(0).total());
            }
            tables.add(table);
        }
        return new Report(entity, year, flow, tables);
    }

    private Table table(String entity, Set<String> dimensions) {
        List<Line> lines = new ArrayList<>();
        for (int line = random.nextInt(6); line >= 0; line--) {
            Map<String, String> codes = new HashMap<>();
            dimensions.forEach(dimension -> codes.put(
                    dimension,
                    CODES.get(dimension).get(random.nextInt(CODES.get(dimension).size()))));
            // blanks part the fields of a line that is published here, so the entity is left to its default
            if (entity.equals("UN") && random.nextInt(3) == 0) {
                codes.put("entity", "UN-UNRISD");
            }
            lines.add(new Line(codes, amount()));
        }
        return new Table(dimensions, lines);
    }

    private static Table tied(Table table, BigDecimal total) {
        List<Line> lines = new ArrayList<>(table.lines());
        lines.add(new Line(lines.get(0).codes(), total.subtract(table.total())));
        return new Table(table.dimensions(), lines);
    }

    private BigDecimal amount() {
        return switch (random.nextInt(8)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(-random.nextInt(1_000_000), random.nextInt(3));
            default -> BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(10));
        };
    }
}

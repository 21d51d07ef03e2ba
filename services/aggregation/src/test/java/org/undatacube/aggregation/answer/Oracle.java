package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;

/**
 * Answers questions the naive way: by going through everything. It shares no code with what it judges but the records
 * of the feed and the lists' codes and parents.
 */
final class Oracle {
    private final RandomCube cube;

    Oracle(RandomCube cube) {
        this.cube = cube;
    }

    /** All values as text. */
    record Row(List<String> keys, Map<String, String> measures) {}

    record Verdict(
            List<Row> page,
            int cellCount,
            Map<String, String> total,
            String reported,
            String covered,
            int reporting,
            int coveredPublications,
            int entitiesReporting,
            int entitiesCovered) {}

    private record Counted(PublishedLine line, int year) {}

    Verdict answer(RandomQuestion question) {
        Set<Dimension> needed = needed(question);
        List<Counted> counted = new ArrayList<>();
        BigDecimal reported = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        int reporting = 0;
        int coveredPublications = 0;
        Set<String> entitiesReporting = new HashSet<>();
        Set<String> entitiesCovered = new HashSet<>();
        for (Publication publication : standing(question)) {
            reported = reported.add(publication.controlTotal());
            reporting++;
            entitiesReporting.add(publication.entity());
            PublishedBreakdown best = best(publication, needed);
            if (best != null) {
                covered = covered.add(best.total());
                coveredPublications++;
                entitiesCovered.add(publication.entity());
                for (PublishedLine line : cube.lines.get(best.breakdown())) {
                    if (fulfils(line, publication.year(), question)) {
                        counted.add(new Counted(line, publication.year()));
                    }
                }
            }
        }
        List<Row> rows = rows(counted, question);
        int from = Math.min(question.offset, rows.size());
        int to = question.limit == null ? rows.size() : Math.min(from + question.limit, rows.size());
        return new Verdict(
                rows.subList(from, to),
                rows.size(),
                measures(counted, question),
                text(reported),
                text(covered),
                reporting,
                coveredPublications,
                entitiesReporting.size(),
                entitiesCovered.size());
    }

    private Set<Dimension> needed(RandomQuestion question) {
        Set<Dimension> needed = new HashSet<>();
        question.drilldowns.stream()
                .filter(drilldown -> !drilldown.equals("year"))
                .forEach(drilldown -> needed.add(dimensionOf(drilldown)));
        question.conditions.stream()
                .filter(condition -> condition.dimension() != null)
                .forEach(condition -> needed.add(condition.dimension()));
        needed.remove(Dimension.ENTITY);
        return needed;
    }

    private List<Publication> standing(RandomQuestion question) {
        Map<String, Publication> standing = new TreeMap<>();
        for (EditionChange change : cube.changes) {
            if (change.edition() <= question.edition) {
                for (Publication publication : change.publications()) {
                    if (publication.flow() == question.cube) {
                        standing.put(publication.entity() + publication.year(), publication);
                    }
                }
            }
        }
        return standing.values().stream()
                .filter(publication -> !publication.breakdowns().isEmpty())
                .filter(publication -> isAskedFor(publication, question))
                .toList();
    }

    private boolean isAskedFor(Publication publication, RandomQuestion question) {
        for (RandomQuestion.Condition condition : question.conditions) {
            if (condition.dimension() == null && !isWithin(publication.year(), condition)) {
                return false;
            }
            if (condition.dimension() == Dimension.ENTITY) {
                boolean touched = condition.codes().stream()
                        .anyMatch(code ->
                                ancestry(Dimension.ENTITY, publication.entity()).contains(code)
                                        || ancestry(Dimension.ENTITY, code).contains(publication.entity()));
                if (!touched) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isWithin(int year, RandomQuestion.Condition condition) {
        return year >= condition.firstYear() && year <= condition.lastYear();
    }

    private static PublishedBreakdown best(Publication publication, Set<Dimension> needed) {
        PublishedBreakdown best = null;
        for (PublishedBreakdown candidate : publication.breakdowns()) {
            if (candidate.dimensions().dimensions().containsAll(needed)
                    && (best == null || rank(candidate, publication).compareTo(rank(best, publication)) < 0)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Text that sorts as breakdowns are preferred. */
    private static String rank(PublishedBreakdown breakdown, Publication publication) {
        BigDecimal difference = publication.controlTotal().subtract(breakdown.total());
        boolean ties = difference.compareTo(BigDecimal.ONE) <= 0 && difference.compareTo(BigDecimal.ONE.negate()) >= 0;
        StringBuilder dimensions = new StringBuilder();
        breakdown
                .dimensions()
                .inOrder()
                .forEach(dimension ->
                        dimensions.append(List.of(Dimension.values()).indexOf(dimension)));
        return (ties ? "0" : "1") + dimensions.length() + dimensions;
    }

    private boolean fulfils(PublishedLine line, int year, RandomQuestion question) {
        for (RandomQuestion.Condition condition : question.conditions) {
            if (condition.dimension() == null) {
                if (!isWithin(year, condition)) {
                    return false;
                }
            } else {
                String code = line.codes().get(condition.dimension());
                if (condition.codes().stream().noneMatch(ancestry(condition.dimension(), code)::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The code and those above it, from itself upwards. */
    private List<String> ancestry(Dimension dimension, String code) {
        List<String> ancestry = new ArrayList<>();
        for (String step = code; step != null; ) {
            ancestry.add(step);
            Code known = cube.lists.get(dimension).find(step).orElse(null);
            step = known == null ? null : known.parent();
        }
        return ancestry;
    }

    private String shownAt(Dimension dimension, String level, String code) {
        CodeList list = cube.lists.get(dimension);
        int depth = list.levels().indexOf(level);
        List<String> ancestry = ancestry(dimension, code);
        for (String step : ancestry) {
            if (list.find(step).isEmpty()
                    || list.levels().indexOf(list.find(step).get().level()) <= depth) {
                return step;
            }
        }
        return ancestry.get(ancestry.size() - 1);
    }

    private List<Row> rows(List<Counted> counted, RandomQuestion question) {
        Map<List<String>, List<Counted>> cells = new HashMap<>();
        for (Counted line : counted) {
            List<String> keys = new ArrayList<>();
            for (String drilldown : question.drilldowns) {
                keys.add(
                        drilldown.equals("year")
                                ? Integer.toString(line.year())
                                : shownAt(
                                        dimensionOf(drilldown),
                                        levelOf(drilldown),
                                        line.line().codes().get(dimensionOf(drilldown))));
            }
            cells.computeIfAbsent(keys, key -> new ArrayList<>()).add(line);
        }
        List<Row> rows = new ArrayList<>();
        cells.forEach((keys, lines) -> rows.add(new Row(keys, measures(lines, question))));
        rows.sort(order(question));
        return rows;
    }

    private Comparator<Row> order(RandomQuestion question) {
        Comparator<Row> order = Comparator.comparing(row -> 0);
        List<String> orders = new ArrayList<>(question.orders);
        orders.addAll(question.drilldowns);
        for (String text : orders) {
            boolean descending = text.startsWith("-");
            String key = descending ? text.substring(1) : text;
            int index = question.drilldowns.indexOf(key);
            if (index < 0) {
                Comparator<Row> byMeasure = Comparator.comparing(
                        row -> new BigDecimal(row.measures().get(key)));
                order = order.thenComparing(descending ? byMeasure.reversed() : byMeasure);
            } else {
                order = order.thenComparing(byKey(key, index, descending));
            }
        }
        return order;
    }

    /** In the list's order; codes that it does not have come last either way. */
    private Comparator<Row> byKey(String drilldown, int index, boolean descending) {
        if (drilldown.equals("year")) {
            Comparator<Row> byYear = Comparator.comparing(row -> row.keys().get(index));
            return descending ? byYear.reversed() : byYear;
        }
        List<String> codes = cube.lists.get(dimensionOf(drilldown)).codes().stream()
                .map(Code::code)
                .toList();
        return Comparator.comparingInt(row -> {
            int place = codes.indexOf(row.keys().get(index));
            if (place < 0) {
                return Integer.MAX_VALUE;
            }
            return descending ? -place : place;
        });
    }

    private Map<String, String> measures(List<Counted> counted, RandomQuestion question) {
        Map<String, String> measures = new HashMap<>();
        if (question.measures.contains("amount")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Counted line : counted) {
                sum = sum.add(line.line().amount());
            }
            measures.put("amount", text(sum));
        }
        if (question.measures.contains("lines")) {
            measures.put("lines", Integer.toString(counted.size()));
        }
        if (question.measures.contains("entities")) {
            Set<String> entities = new HashSet<>();
            counted.forEach(line -> entities.add(
                    shownAt(Dimension.ENTITY, "entity", line.line().codes().get(Dimension.ENTITY))));
            measures.put("entities", Integer.toString(entities.size()));
        }
        return measures;
    }

    private static Dimension dimensionOf(String drilldown) {
        return Dimension.of(drilldown.substring(0, drilldown.indexOf('.')));
    }

    private static String levelOf(String drilldown) {
        return drilldown.substring(drilldown.indexOf('.') + 1);
    }

    static String text(BigDecimal amount) {
        String plain = amount.setScale(9).toPlainString();
        while (plain.endsWith("0") && plain.indexOf('.') < plain.length() - 3) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain;
    }
}

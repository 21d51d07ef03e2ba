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
import org.undatacube.codelists.Hierarchy;

/**
 * Answers questions the naive way: by going through everything. It shares no code with what it judges but the records
 * of the feed, the lists' codes and parents and the hierarchies' groups.
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
            int entitiesCovered,
            Set<String> overlapping) {}

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
                entitiesCovered.size(),
                coveredPublications == 0 ? Set.of() : overlapping(question));
    }

    /** The drilldowns in which a line of some year could be in two groups. */
    private Set<String> overlapping(RandomQuestion question) {
        Set<String> overlapping = new HashSet<>();
        for (String drilldown : question.drilldowns) {
            if (isByGroup(drilldown)) {
                for (Code code : cube.lists.get(dimensionOf(drilldown)).codes()) {
                    for (int year = 2000; year < 2040; year++) {
                        if (groups(dimensionOf(drilldown), levelOf(drilldown), code.code(), year)
                                        .size()
                                > 1) {
                            overlapping.add(drilldown);
                        }
                    }
                }
            }
        }
        return overlapping;
    }

    /** The groups in which a code or one above it is in a year; a dash where there are none. */
    private List<String> groups(Dimension dimension, String hierarchy, String code, int year) {
        List<String> groups = new ArrayList<>();
        for (Hierarchy.Group group : hierarchy(dimension, hierarchy).groups()) {
            for (Hierarchy.Membership member : group.members()) {
                boolean then = (member.validFrom() == null || member.validFrom() <= year)
                        && (member.validTo() == null || member.validTo() >= year);
                if (then && ancestry(dimension, code).contains(member.code()) && !groups.contains(group.code())) {
                    groups.add(group.code());
                }
            }
        }
        return groups.isEmpty() ? List.of("-") : groups;
    }

    private Hierarchy hierarchy(Dimension dimension, String id) {
        for (Hierarchy hierarchy : cube.hierarchies.get(dimension)) {
            if (hierarchy.id().equals(id)) {
                return hierarchy;
            }
        }
        throw new AssertionError(id);
    }

    private boolean isByGroup(String drilldown) {
        return !drilldown.equals("year")
                && !cube.lists.get(dimensionOf(drilldown)).levels().contains(levelOf(drilldown));
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
            if (condition.dimension() == Dimension.ENTITY && condition.hierarchy() != null) {
                List<String> own = new ArrayList<>(List.of(publication.entity()));
                for (Code code : cube.lists.get(Dimension.ENTITY).codes()) {
                    if (ancestry(Dimension.ENTITY, code.code()).contains(publication.entity())) {
                        own.add(code.code());
                    }
                }
                if (own.stream().noneMatch(code -> isIn(condition, code, publication.year()))) {
                    return false;
                }
            } else if (condition.dimension() == Dimension.ENTITY) {
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

    private boolean isIn(RandomQuestion.Condition condition, String code, int year) {
        return groups(condition.dimension(), condition.hierarchy(), code, year).stream()
                .anyMatch(condition.codes()::contains);
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
                if (condition.hierarchy() != null) {
                    if (!isIn(condition, code, year)) {
                        return false;
                    }
                } else if (condition.codes().stream().noneMatch(ancestry(condition.dimension(), code)::contains)) {
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
            List<List<String>> combinations = List.of(List.of());
            for (String drilldown : question.drilldowns) {
                List<List<String>> longer = new ArrayList<>();
                for (List<String> combination : combinations) {
                    for (String key : keys(line, drilldown)) {
                        List<String> more = new ArrayList<>(combination);
                        more.add(key);
                        longer.add(more);
                    }
                }
                combinations = longer;
            }
            combinations.forEach(keys ->
                    cells.computeIfAbsent(keys, key -> new ArrayList<>()).add(line));
        }
        List<Row> rows = new ArrayList<>();
        cells.forEach((keys, lines) -> rows.add(new Row(keys, measures(lines, question))));
        rows.sort(order(question));
        return rows;
    }

    /** Under what a line is shown in a column: one key, but several where it is in several groups. */
    private List<String> keys(Counted line, String drilldown) {
        if (drilldown.equals("year")) {
            return List.of(Integer.toString(line.year()));
        }
        Dimension dimension = dimensionOf(drilldown);
        String code = line.line().codes().get(dimension);
        return isByGroup(drilldown)
                ? groups(dimension, levelOf(drilldown), code, line.year())
                : List.of(shownAt(dimension, levelOf(drilldown), code));
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
        List<String> codes = isByGroup(drilldown)
                ? hierarchy(dimensionOf(drilldown), levelOf(drilldown)).groups().stream()
                        .map(Hierarchy.Group::code)
                        .toList()
                : cube.lists.get(dimensionOf(drilldown)).codes().stream()
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

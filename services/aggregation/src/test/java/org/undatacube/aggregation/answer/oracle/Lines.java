package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.undatacube.aggregation.answer.oracle.Asked.Bound;
import org.undatacube.aggregation.answer.oracle.Asked.Cut;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;

/** The lines that a question is about, one by one. */
final class Lines {
    private final Codes codes;
    private final List<Line> beforeConsolidation = new ArrayList<>();
    /** Those of years outside the cuts, too. */
    private final List<Line> ofAnyYear = new ArrayList<>();

    final List<Line> counted = new ArrayList<>();
    /** The years with anything that answers, within the cuts or not. */
    final Set<Integer> coveredYears = new TreeSet<>();
    /** What answers in these years, each as {@code N1 2021}. */
    private final Set<String> coveredEntities = new TreeSet<>();

    record Line(PublishedLine line, int year) {
        BigDecimal amount() {
            return line.amount();
        }
    }

    Lines(Asked asked, Material material, Codes codes, Standing standing) {
        this.codes = codes;
        for (Publication publication : standing.ofAnyYear) {
            PublishedBreakdown best = standing.best(publication);
            if (best != null) {
                int year = publication.year();
                coveredYears.add(year);
                coveredEntities.add(publication.entity() + " " + year);
                for (PublishedLine published : material.lines().get(best.breakdown())) {
                    Line line = new Line(published, year);
                    if (passes(line, asked, standing)) {
                        boolean inView = isInView(line, asked.consolidation());
                        if (inView) {
                            ofAnyYear.add(line);
                        }
                        if (standing.isOfYearsAskedFor(year)) {
                            beforeConsolidation.add(line);
                            if (inView) {
                                counted.add(line);
                            }
                        }
                    }
                }
            }
        }
    }

    private static boolean passes(Line line, Asked asked, Standing standing) {
        for (Cut cut : asked.cuts()) {
            if (cut.dimension() != null
                    && !standing.allows(cut, line.line().codes().get(cut.dimension()), line.year())) {
                return false;
            }
        }
        for (Bound bound : asked.where()) {
            if (!bound.holds(line.amount())) {
                return false;
            }
        }
        return true;
    }

    private boolean isInView(Line line, String consolidation) {
        return consolidation.equals("gross") || isTransfer(line) == consolidation.equals("eliminated");
    }

    /** From one entity of the system to another. */
    private boolean isTransfer(Line line) {
        List<String> ancestry =
                codes.recastAncestry(Dimension.CONTRIBUTOR, line.line().codes().get(Dimension.CONTRIBUTOR));
        return ancestry.contains("C04C") || ancestry.contains("C04D");
    }

    /** Whether in a year anything answers of an entity that a cell of a level of entities is of, or of a part of it. */
    boolean isCovered(String level, String key, int year) {
        if (key == null) {
            return true;
        }
        Set<String> possible = new LinkedHashSet<>();
        coveredEntities.stream()
                .filter(covered -> covered.endsWith(" " + year))
                .forEach(covered -> possible.add(covered.substring(0, covered.lastIndexOf(' '))));
        for (Code code : codes.list(Dimension.ENTITY).codes()) {
            if (codes.ancestry(Dimension.ENTITY, code.code()).stream()
                    .anyMatch(above -> coveredEntities.contains(above + " " + year))) {
                possible.add(code.code());
            }
        }
        return possible.stream().anyMatch(code -> codes.keys(level, code, year).contains(key));
    }

    BigDecimal amountBeforeConsolidation(String view) {
        return sum(beforeConsolidation.stream()
                .filter(line -> isInView(line, view))
                .toList());
    }

    Set<String> keys(Line line, String drilldown) {
        return drilldown.equals("year")
                ? Set.of(Integer.toString(line.year()))
                : new LinkedHashSet<>(
                        codes.keys(drilldown, line.line().codes().get(Codes.dimensionOf(drilldown)), line.year()));
    }

    List<Line> of(Spot spot) {
        return counted.stream().filter(line -> isIn(line, spot)).toList();
    }

    /** @param years of those in the question's cuts */
    BigDecimal amount(Spot spot, Predicate<Integer> years) {
        return sum(of(spot).stream().filter(line -> years.test(line.year())).toList());
    }

    /** Whatever the question's cuts of years. */
    BigDecimal amountOfAnyYear(Spot spot) {
        return sum(ofAnyYear.stream().filter(line -> isIn(line, spot)).toList());
    }

    private boolean isIn(Line line, Spot spot) {
        for (int index = 0; index < spot.keys().size(); index++) {
            Set<String> own = keys(line, spot.drilldowns().get(index));
            String key = spot.keys().get(index);
            if (key == null ? own.stream().anyMatch(spot.kept()::contains) : !own.contains(key)) {
                return false;
            }
        }
        return true;
    }

    /** How many different members of a level some lines are of. */
    long distinct(List<Line> lines, String level) {
        Set<String> keys = new HashSet<>();
        lines.forEach(line -> keys.addAll(keys(line, level)));
        return keys.size();
    }

    /** The cells that at least one line is in. */
    Set<Spot> spots(List<String> drilldowns) {
        Set<Spot> spots = new LinkedHashSet<>();
        for (Line line : counted) {
            List<List<String>> combinations = List.of(List.of());
            for (String drilldown : drilldowns) {
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
            combinations.forEach(keys -> spots.add(new Spot(drilldowns, keys, Set.of())));
        }
        return spots;
    }

    static BigDecimal sum(List<Line> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines) {
            sum = sum.add(line.amount());
        }
        return sum;
    }
}

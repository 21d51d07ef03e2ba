package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Flow;

/**
 * Answers questions the naive way: each figure by going through all lines. It shares no code with what it judges but the
 * records of the feed and the lists' codes, parents and groups.
 *
 * <p>Its answer is the tree that the service's is written as, without what it has no opinion of.
 */
public final class Oracle {
    private final Asked asked;
    private final Codes codes;
    private final Standing standing;
    private final Lines lines;
    private final Figuring figuring;
    private final Ordering ordering;
    private final Kept kept;

    public Oracle(Flow cube, Map<String, String> parameters, Material material) {
        this.asked = Asked.of(cube, parameters, material);
        this.codes = new Codes(material, asked.recastTo());
        this.standing = new Standing(asked, material, codes);
        this.lines = new Lines(asked, material, codes, standing);
        this.figuring = new Figuring(asked, codes, lines);
        this.ordering = new Ordering(asked, codes, figuring);
        this.kept = new Kept(asked, lines, ordering);
    }

    public Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (asked.columns().isEmpty()) {
            addCells(answer);
        } else {
            addPivot(answer);
        }
        answer.put("total", figuring.shown(Spot.ALL));
        answer.put("coverage", coverage());
        answer.put("overlapping", overlapping());
        if (!standing.reporting().isEmpty() && covered().isEmpty()) {
            answer.put("obstacle", new Obstacle(standing).shown());
        }
        if (!asked.consolidation().equals("gross")) {
            answer.put("consolidation", consolidation());
        }
        return answer;
    }

    private void addCells(Map<String, Object> answer) {
        List<Spot> cells = new ArrayList<>();
        for (List<String> set : Sets.of(asked.drilldowns(), asked.subtotals())) {
            shown(set).stream().sorted(ordering.of(set)).forEach(cells::add);
        }
        answer.put("cellCount", cells.size());
        answer.put("cells", page(cells).stream().map(this::cell).toList());
    }

    private Set<Spot> shown(List<String> set) {
        Set<Spot> shown = new LinkedHashSet<>();
        for (Spot spot : kept.put(lines.spots(set))) {
            if (asked.having().stream().allMatch(bound -> bound.holds(figuring.figure(bound.measure(), spot)))) {
                shown.add(spot);
            }
        }
        return shown;
    }

    private <T> List<T> page(List<T> all) {
        int from = Math.min(asked.offset(), all.size());
        return all.subList(from, asked.limit() == null ? all.size() : Math.min(from + asked.limit(), all.size()));
    }

    private Map<String, Object> cell(Spot spot) {
        Map<String, Object> cell = keys(spot);
        cell.putAll(figuring.shown(spot));
        return cell;
    }

    private Map<String, Object> keys(Spot spot) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (!asked.subtotals().equals("none")) {
            keys.put("grouping", spot.drilldowns());
        }
        keys.putAll(keysAlone(spot));
        return keys;
    }

    private Map<String, Object> keysAlone(Spot spot) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String drilldown : spot.drilldowns()) {
            String key = spot.key(drilldown);
            keys.put(drilldown, drilldown.equals("year") ? Integer.valueOf(key) : member(drilldown, key));
        }
        if (spot.isOthers()) {
            keys.put("others", true);
        }
        return keys;
    }

    private Map<String, Object> member(String drilldown, String key) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("code", key);
        member.put("label", key == null ? "Others" : codes.label(drilldown, key));
        return member;
    }

    private void addPivot(Map<String, Object> answer) {
        Pivot pivot = new Pivot(asked, ordering, this::shown);
        answer.put("cellCount", pivot.rows.size());
        answer.put("columns", pivot.columns.stream().map(this::keysAlone).toList());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Spot row : page(pivot.rows)) {
            Map<String, Object> shown = keys(row);
            List<Map<String, Object>> cells = new ArrayList<>();
            for (Spot column : pivot.columns) {
                Spot spot = pivot.at(row, column);
                cells.add(spot == null ? null : figuring.shown(spot));
            }
            shown.put("cells", cells);
            shown.put("total", figuring.shown(row));
            rows.add(shown);
        }
        answer.put("rows", rows);
        answer.put("columnTotals", pivot.columns.stream().map(figuring::shown).toList());
    }

    private List<Publication> covered() {
        return standing.reporting().stream()
                .filter(publication -> standing.best(publication) != null)
                .toList();
    }

    private Map<String, Object> coverage() {
        List<Publication> reporting = standing.reporting();
        BigDecimal reported =
                reporting.stream().map(Publication::controlTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal amount = covered().stream()
                .map(standing::best)
                .map(PublishedBreakdown::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Object> coverage = new LinkedHashMap<>();
        coverage.put("entitiesReporting", entities(reporting));
        coverage.put("entitiesCovered", entities(covered()));
        coverage.put("entityYearsReporting", reporting.size());
        coverage.put("entityYearsCovered", covered().size());
        coverage.put("amountReported", Figuring.usd(reported));
        coverage.put("amountCovered", Figuring.usd(amount));
        coverage.put("amountUnattributed", Figuring.usd(reported.subtract(amount)));
        List<Map<String, Object>> gaps = new ArrayList<>();
        for (Publication publication : reporting) {
            if (standing.best(publication) == null) {
                gaps.add(Map.of(
                        "entity", publication.entity(),
                        "year", publication.year(),
                        "amountReported", Figuring.usd(publication.controlTotal())));
            }
        }
        coverage.put("gaps", gaps);
        return coverage;
    }

    private static int entities(List<Publication> publications) {
        return (int) publications.stream().map(Publication::entity).distinct().count();
    }

    /** The drilldowns whose groups overlap. */
    private List<String> overlapping() {
        return covered().isEmpty()
                ? List.of()
                : asked.drilldowns().stream().filter(codes::overlaps).toList();
    }

    private Map<String, Object> consolidation() {
        Map<String, Object> consolidation = new LinkedHashMap<>();
        consolidation.put("view", asked.consolidation());
        for (String view : List.of("gross", "eliminated", "net")) {
            consolidation.put(view, Figuring.usd(lines.amountBeforeConsolidation(view)));
        }
        return consolidation;
    }
}

package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** A valid question in any of the language's words, as the parameters of a request. */
public final class RandomQuestion {
    private static final List<String> PLAIN =
            List.of("amount", "amount", "lines", "entities", "average", "minimum", "maximum");

    private final Material material;
    private final Random random;
    private final Flow cube;
    private final Map<String, String> text = new LinkedHashMap<>();
    /** Those that the question mostly keeps to, so that there is an answer to most. */
    private final List<Dimension> favoured;

    private List<String> drilldowns = List.of();
    private List<String> columns = List.of();
    private List<String> measures = List.of();

    public RandomQuestion(Material material, Random random) {
        this.material = material;
        this.random = random;
        this.cube = random.nextInt(3) == 0 ? Flow.REVENUE : Flow.EXPENSE;
        this.favoured = favoured();
        fill();
    }

    public Flow cube() {
        return cube;
    }

    public Map<String, String> parameters() {
        return text;
    }

    private boolean oneIn(int odds) {
        return random.nextInt(odds) == 0;
    }

    private void fill() {
        text.put("edition", Integer.toString(oneIn(4) ? random.nextInt(last() + 1) : last()));
        if (oneIn(3)) {
            text.put("structure", structure());
        }
        if (oneIn(5) && dimensions().contains(Dimension.CONTRIBUTOR)) {
            text.put("consolidation", any(List.of("gross", "eliminated", "eliminated", "net", "net")));
        }
        drilldowns = drilldowns();
        put("drilldown", drilldowns, ",");
        if (drilldowns.size() > 1 && oneIn(4)) {
            columns = some(drilldowns, 1 + random.nextInt(drilldowns.size() - 1));
            put("columns", columns, ",");
        }
        if (oneIn(3)) {
            text.put("subtotals", any(List.of("none", "rollup", "cube")));
        }
        measures = measures();
        put("measures", oneIn(10) && measures.equals(List.of("amount")) ? List.of() : measures, ",");
        put("cut", cuts(), "|");
        put("where", oneIn(6) ? bounds(List.of("amount")) : List.of(), "|");
        put("having", oneIn(6) ? bounds(measures) : List.of(), "|");
        put("order", oneIn(2) ? orders() : List.of(), ",");
        addTop();
        addRounding();
        if (oneIn(4)) {
            text.put("limit", Integer.toString(1 + random.nextInt(6)));
        }
        if (oneIn(5)) {
            text.put("offset", Integer.toString(random.nextInt(4)));
        }
        text.put("gaps", "true");
    }

    private int last() {
        return material.changes().size();
    }

    private String structure() {
        boolean today = oneIn(3) && !text.get("edition").equals("0");
        return oneIn(5) ? "then" : today ? "today" : Integer.toString(2016 + random.nextInt(9));
    }

    private List<Dimension> favoured() {
        List<PublishedBreakdown> all = material.changes().stream()
                .flatMap(change -> change.publications().stream())
                .filter(publication -> publication.flow() == cube)
                .map(Publication::breakdowns)
                .flatMap(List::stream)
                .toList();
        return all.isEmpty() ? List.of() : any(all).dimensions().inOrder();
    }

    /** The entity, those of the flow, and more often those that are favoured. */
    private List<Dimension> dimensions() {
        return Stream.concat(Stream.of(Dimension.ENTITY), oneIn(8) ? cube.dimensions().stream() : favoured.stream())
                .toList();
    }

    private List<String> levels(List<Dimension> dimensions) {
        List<String> levels = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            material.lists().get(dimension).levels().forEach(level -> levels.add(dimension.code() + "." + level));
        }
        return levels;
    }

    private List<String> drilldowns() {
        List<Dimension> dimensions = dimensions();
        List<String> all = new ArrayList<>(levels(dimensions));
        for (Dimension dimension : dimensions) {
            material.hierarchies()
                    .get(dimension)
                    .forEach(hierarchy -> all.add(dimension.code() + "." + hierarchy.id()));
        }
        all.add("year");
        List<String> some = new ArrayList<>(some(all, any(List.of(0, 1, 1, 2, 2, 2, 3, 3, 4))));
        if (oneIn(3) && !some.contains("year")) {
            some.add(random.nextInt(some.size() + 1), "year");
        }
        return some;
    }

    private List<String> measures() {
        List<String> all = new ArrayList<>(PLAIN);
        all.addAll(levels(dimensions()).stream()
                .limit(3 + random.nextInt(6))
                .map(level -> "distinct." + level)
                .toList());
        all.addAll(List.of("share.total", "share.total", "share.parent", "share.parent"));
        if (!columns.isEmpty()) {
            all.addAll(List.of("share.row", "share.row"));
        }
        if (drilldowns.contains("year")) {
            String base = "." + (2018 + random.nextInt(6));
            all.addAll(List.of("change", "growth", "cumulative", "cumulative", "change" + base, "growth" + base));
        }
        return List.copyOf(new LinkedHashSet<>(some(all, oneIn(3) ? 1 : 1 + random.nextInt(4))));
    }

    private List<String> cuts() {
        List<String> cuts = new ArrayList<>();
        for (int number = any(List.of(0, 0, 0, 1, 1, 2, 3)); number > 0; number--) {
            cuts.add((oneIn(4) ? "!" : "") + (oneIn(4) ? "year:" + years() : cut(any(dimensions()))));
        }
        return cuts;
    }

    private String years() {
        int first = 2020 + random.nextInt(3);
        return any(List.of(
                Integer.toString(first),
                first + ".." + (first + random.nextInt(2)),
                "2019;2021.." + (2021 + random.nextInt(2)),
                first + ";" + (2019 + random.nextInt(3))));
    }

    private String cut(Dimension dimension) {
        List<String> hierarchies = material.hierarchies().get(dimension).stream()
                .map(hierarchy -> hierarchy.id())
                .toList();
        if (!hierarchies.isEmpty() && oneIn(3)) {
            String hierarchy = any(hierarchies);
            List<String> groups = new ArrayList<>(List.of(Codes.NONE));
            material.hierarchy(dimension, hierarchy).groups().forEach(group -> groups.add(group.code()));
            return dimension.code() + ":" + hierarchy + ":" + String.join(";", some(groups, 1 + random.nextInt(2)));
        }
        RandomCodes codes = new RandomCodes(material.lists().get(dimension), random);
        return dimension.code() + ":" + codes.any();
    }

    private List<String> bounds(List<String> measures) {
        List<String> bounds = new ArrayList<>();
        for (int number = oneIn(4) ? 2 : 1; number > 0; number--) {
            bounds.add(any(measures) + ":"
                    + any(List.of("eq", "ne", "ne", "ne", "lt", "le", "le", "gt", "ge", "ge", "ge")) + ":" + value());
        }
        return bounds;
    }

    private String value() {
        List<PublishedLine> lines =
                material.lines().values().stream().flatMap(List::stream).toList();
        List<String> values = new ArrayList<>(List.of("0", "0", "0", "0", "0", "1", "0.5", "-1"));
        if (!lines.isEmpty()) {
            BigDecimal amount = any(lines).amount();
            values.add(amount.toPlainString());
        }
        return any(values);
    }

    private List<String> orders() {
        List<String> all = new ArrayList<>(measures);
        for (String drilldown : drilldowns) {
            all.add(drilldown.equals("year") || oneIn(2) ? drilldown : drilldown + ".label");
        }
        return some(all, 1 + random.nextInt(2)).stream()
                .map(key -> oneIn(2) ? key : "-" + key)
                .toList();
    }

    /** The last drilldown must not overlap. */
    private void addTop() {
        if (drilldowns.isEmpty() || !oneIn(3)) {
            return;
        }
        String last = drilldowns.get(drilldowns.size() - 1);
        boolean isLevel =
                !last.equals("year") && levels(List.of(Codes.dimensionOf(last))).contains(last);
        if (isLevel && canBeRanked(last)) {
            text.put("top", Integer.toString(1 + random.nextInt(3)));
            // what is ranked across and kept down, or the other way, has no total of one meaning
            List<String> before = drilldowns.subList(0, drilldowns.size() - 1).stream()
                    .filter(drilldown -> columns.contains(drilldown) == columns.contains(last))
                    .toList();
            List<String> per = oneIn(2) ? some(before, random.nextInt(before.size() + 1)) : List.of();
            put("per", isOfAYear(ranking()) && !per.contains("year") ? List.of("year") : per, ",");
            text.put("others", oneIn(4) ? "false" : "true");
        }
    }

    /** What each member has a value of: one of a year only where members are kept by years. */
    private boolean canBeRanked(String last) {
        String measure = ranking();
        boolean runsAcross = columns.contains(last);
        return isOfAYear(measure)
                ? columns.contains("year") == runsAcross && !"cube".equals(text.get("subtotals"))
                : runsAcross || !measure.equals("share.row");
    }

    private static boolean isOfAYear(String measure) {
        return measure.startsWith("change") || measure.startsWith("growth") || measure.equals("cumulative");
    }

    private String ranking() {
        for (String order : Asked.items(text, "order", ",")) {
            String key = order.startsWith("-") ? order.substring(1) : order;
            if (measures.contains(key)) {
                return key;
            }
        }
        return measures.isEmpty() ? "amount" : measures.get(0);
    }

    private void addRounding() {
        if (!oneIn(4)) {
            return;
        }
        text.put("decimals", Integer.toString(random.nextInt(10)));
        Codes codes = codes();
        boolean canBeAdditive = columns.isEmpty()
                && !"cube".equals(text.get("subtotals"))
                && drilldowns.stream().noneMatch(codes::overlaps)
                && !text.containsKey("having")
                && !"false".equals(text.get("others"));
        if (canBeAdditive && oneIn(2)) {
            text.put("rounding", "additive");
        } else if (oneIn(2)) {
            text.put("rounding", "half-even");
        }
    }

    private Codes codes() {
        return new Codes(material, Asked.of(cube, text, material).recastTo());
    }

    private void put(String name, List<String> items, String separator) {
        if (!items.isEmpty()) {
            text.put(name, String.join(separator, items));
        }
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private <T> List<T> some(List<T> items, int count) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }
}

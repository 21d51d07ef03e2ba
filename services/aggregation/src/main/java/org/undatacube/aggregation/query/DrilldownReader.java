package org.undatacube.aggregation.query;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** Reads {@code sdg.goal,year}. */
final class DrilldownReader {
    private static final int MOST_DRILLDOWNS = 8;

    private final Flow cube;
    private final Members members;

    DrilldownReader(Flow cube, Members members) {
        this.cube = cube;
        this.members = members;
    }

    List<Drilldown> read(List<Item> items) {
        Set<Drilldown> drilldowns = new LinkedHashSet<>();
        for (Item item : items) {
            if (!drilldowns.add(read(item))) {
                throw twice(item);
            }
            if (drilldowns.size() > MOST_DRILLDOWNS) {
                throw item.wrong(
                        "There are " + items.size() + " drilldowns; there can be " + MOST_DRILLDOWNS + ".",
                        "at most " + MOST_DRILLDOWNS + " drilldowns");
            }
        }
        return List.copyOf(drilldowns);
    }

    /**
     * Those of a question's drilldowns that are named again, in the order of the question.
     *
     * @param otherDrilldown what is said of any other, after its name
     */
    static List<Drilldown> choose(List<Item> items, List<Drilldown> drilldowns, String otherDrilldown) {
        Set<String> keys = new HashSet<>();
        for (Item item : items) {
            if (drilldowns.stream().noneMatch(drilldown -> drilldown.key().equals(item.text()))) {
                throw item.unknown(
                        item.shown() + " " + otherDrilldown,
                        drilldowns.stream().map(Drilldown::key).toList());
            }
            if (!keys.add(item.text())) {
                throw twice(item);
            }
        }
        return drilldowns.stream()
                .filter(drilldown -> keys.contains(drilldown.key()))
                .toList();
    }

    private static Problem twice(Item item) {
        return item.wrong(item.shown() + " stands twice in " + item.parameter() + ".", "each level once");
    }

    private Drilldown read(Item item) {
        if (item.text().equals(Drilldown.ByYear.KEY)) {
            return new Drilldown.ByYear();
        }
        int dot = item.text().indexOf('.');
        Item name = dot < 0 ? item : item.part(0, dot);
        Dimension dimension = CubeDimensions.find(cube, name.text()).orElseThrow(() -> unknownDimension(item, name));
        List<String> keys = keys(dimension);
        if (dot < 0) {
            throw item.unknown(item.shown() + " needs a level or hierarchy: " + String.join(" or ", keys) + ".", keys);
        }
        Item level = item.after(dot + 1);
        if (members.levels(dimension).contains(level.text())) {
            return new Drilldown.ByLevel(dimension, level.text());
        }
        if (members.grouping(dimension, level.text()).isPresent()) {
            return new Drilldown.ByGroup(dimension, level.text());
        }
        throw item.unknown(
                dimension.code() + " has no level or hierarchy " + level.shown() + "; it has "
                        + String.join(", ", members.levelsAndHierarchies(dimension)) + ".",
                keys);
    }

    private Problem unknownDimension(Item item, Item name) {
        List<String> right = Stream.concat(
                        Stream.of(Drilldown.ByYear.KEY),
                        CubeDimensions.of(cube).stream().flatMap(dimension -> keys(dimension).stream()))
                .toList();
        return item.unknown("The " + cube.code() + " cube has no dimension " + name.shown() + ".", right);
    }

    private List<String> keys(Dimension dimension) {
        return members.levelsAndHierarchies(dimension).stream()
                .map(level -> dimension.code() + "." + level)
                .toList();
    }
}

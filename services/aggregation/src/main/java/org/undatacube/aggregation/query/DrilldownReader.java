package org.undatacube.aggregation.query;

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
                throw item.wrong(item.text() + " stands twice in " + item.parameter() + ".", "each level once");
            }
        }
        return List.copyOf(drilldowns);
    }

    private Drilldown read(Item item) {
        if (item.text().equals(Drilldown.ByYear.KEY)) {
            return new Drilldown.ByYear();
        }
        int dot = item.text().indexOf('.');
        String name = dot < 0 ? item.text() : item.text().substring(0, dot);
        Dimension dimension = CubeDimensions.find(cube, name).orElseThrow(() -> unknownDimension(item, name));
        List<String> keys = keys(dimension);
        if (dot < 0) {
            throw item.unknown(item.text() + " needs a level or hierarchy: " + String.join(" or ", keys) + ".", keys);
        }
        String level = item.text().substring(dot + 1);
        if (members.levels(dimension).contains(level)) {
            return new Drilldown.ByLevel(dimension, level);
        }
        if (members.grouping(dimension, level).isPresent()) {
            return new Drilldown.ByGroup(dimension, level);
        }
        throw item.unknown(
                name + " has no level or hierarchy " + level + "; it has "
                        + String.join(", ", members.levelsAndHierarchies(dimension)) + ".",
                keys);
    }

    private Problem unknownDimension(Item item, String name) {
        List<String> right = Stream.concat(
                        Stream.of(Drilldown.ByYear.KEY),
                        CubeDimensions.of(cube).stream().flatMap(dimension -> keys(dimension).stream()))
                .toList();
        return item.unknown("The " + cube.code() + " cube has no dimension " + name + ".", right);
    }

    private List<String> keys(Dimension dimension) {
        return members.levelsAndHierarchies(dimension).stream()
                .map(level -> dimension.code() + "." + level)
                .toList();
    }
}

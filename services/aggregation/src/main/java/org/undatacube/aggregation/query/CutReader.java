package org.undatacube.aggregation.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** Reads {@code location:region:2|!location:groups:LDC|sdg:only:5|entity:UNDP;WFP|year:2022..2024}. */
final class CutReader {
    private static final int MOST_CUTS = 50;

    private final Flow cube;
    private final Members members;

    CutReader(Flow cube, Members members) {
        this.cube = cube;
        this.members = members;
    }

    /** @param taken cuts that came in parts */
    List<Cut> read(List<Item> items, List<CutParts> taken) {
        int count = items.size() + taken.size();
        if (count > MOST_CUTS) {
            Item first = items.isEmpty() ? taken.get(0).whole() : items.get(0);
            throw first.wrong(
                    "There are " + count + " cuts; there can be " + MOST_CUTS + ".", "at most " + MOST_CUTS + " cuts");
        }
        return Stream.concat(items.stream().map(CutParts::of), taken.stream())
                .map(this::read)
                .toList();
    }

    private Cut read(CutParts cut) {
        if (cut.dimension().text().equals(Drilldown.ByYear.KEY)) {
            return byYears(cut);
        }
        Dimension dimension = CubeDimensions.find(cube, cut.dimension().text())
                .orElseThrow(() -> cut.dimension()
                        .unknown(
                                "The " + cube.code() + " cube has no dimension "
                                        + cut.dimension().shown() + ".",
                                Stream.concat(
                                                Stream.of(Drilldown.ByYear.KEY),
                                                CubeDimensions.of(cube).stream().map(Dimension::code))
                                        .toList()));
        CodesReader codes = new CodesReader(dimension, members);
        if (cut.name().isEmpty() || cut.by() == CutParts.By.ONLY) {
            boolean only = cut.by() == CutParts.By.ONLY;
            return new Cut.ByMembers(dimension, codes.read(cut, Optional.empty()), only, cut.negated());
        }
        Item name = cut.name().get();
        if (cut.by() != CutParts.By.HIERARCHY && members.levels(dimension).contains(name.text())) {
            return new Cut.ByMembers(dimension, codes.read(cut, Optional.of(name.text())), false, cut.negated());
        }
        Optional<Grouping> grouping = members.grouping(dimension, name.text());
        if (cut.by() == CutParts.By.LEVEL || grouping.isEmpty()) {
            List<String> known = known(dimension, cut.by());
            throw name.unknown(
                    dimension.code() + " has no " + called(cut.by()) + " " + name.shown() + "; it has "
                            + (known.isEmpty() ? "none" : String.join(", ", known)) + ".",
                    known);
        }
        return new Cut.ByGroups(dimension, name.text(), groups(cut, dimension, grouping.get()), cut.negated());
    }

    private static Cut byYears(CutParts cut) {
        if (cut.by() != CutParts.By.DIMENSION) {
            throw cut.name().orElse(cut.whole()).wrong("The year has no levels or groups.", "year:2022..2024");
        }
        CodesReader.requireSome(cut);
        return YearsReader.read(cut.members(), cut.negated());
    }

    private List<String> known(Dimension dimension, CutParts.By by) {
        return switch (by) {
            case LEVEL -> members.levels(dimension);
            case HIERARCHY ->
                members.groupings(dimension).stream()
                        .map(grouping -> grouping.hierarchy().id())
                        .toList();
            default ->
                Stream.concat(members.levelsAndHierarchies(dimension).stream(), Stream.of(Cut.ByMembers.ONLY))
                        .toList();
        };
    }

    private static String called(CutParts.By by) {
        return switch (by) {
            case LEVEL -> "level";
            case HIERARCHY -> "hierarchy";
            default -> "level or hierarchy";
        };
    }

    private static List<String> groups(CutParts cut, Dimension dimension, Grouping grouping) {
        CodesReader.requireSome(cut);
        String hierarchy = dimension.code() + ":" + grouping.hierarchy().id();
        List<String> right = Stream.concat(grouping.groups().stream(), Stream.of(Grouping.NO_GROUP))
                .toList();
        return cut.members().stream()
                .map(item -> grouping.find(item.text())
                        .orElseThrow(() -> item.unknown(hierarchy + " has no group \"" + item.shown() + "\".", right)))
                .toList();
    }
}

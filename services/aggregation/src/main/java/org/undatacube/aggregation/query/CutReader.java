package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** Reads {@code location:region:2|location:groups:LDC|entity:UNDP;WFP|year:2022..2024}. */
final class CutReader {
    private static final int SUGGESTIONS = 3;
    private static final int MOST_CODES = 1_000;
    private static final String SHAPE =
            "dimension:codes, dimension:level:codes or dimension:hierarchy:groups, codes separated by ;";

    private final Flow cube;
    private final Members members;

    CutReader(Flow cube, Members members) {
        this.cube = cube;
        this.members = members;
    }

    List<Cut> read(List<Item> items) {
        return items.stream().map(this::read).toList();
    }

    private Cut read(Item cut) {
        int colon = cut.text().indexOf(':');
        if (colon < 0) {
            throw cut.wrong("A cut is written " + SHAPE + ", not " + cut.text() + ".", SHAPE);
        }
        Item name = cut.part(0, colon);
        Item rest = cut.part(colon + 1, cut.text().length());
        if (name.text().equals(Drilldown.ByYear.KEY)) {
            return YearsReader.read(rest);
        }
        Dimension dimension = CubeDimensions.find(cube, name.text())
                .orElseThrow(() -> name.unknown(
                        "The " + cube.code() + " cube has no dimension " + name.text() + ".",
                        Stream.concat(
                                        Stream.of(Drilldown.ByYear.KEY),
                                        CubeDimensions.of(cube).stream().map(Dimension::code))
                                .toList()));
        return byMembersOrGroups(dimension, rest);
    }

    private Cut byMembersOrGroups(Dimension dimension, Item rest) {
        int colon = rest.text().indexOf(':');
        if (colon < 0) {
            return new Cut.ByMembers(dimension, codes(dimension, rest, null), false, false);
        }
        Item name = rest.part(0, colon);
        Item codes = rest.part(colon + 1, rest.text().length());
        if (members.levels(dimension).contains(name.text())) {
            return new Cut.ByMembers(dimension, codes(dimension, codes, name.text()), false, false);
        }
        List<String> known = members.levelsAndHierarchies(dimension);
        Grouping grouping = members.grouping(dimension, name.text())
                .orElseThrow(() -> name.unknown(
                        dimension.code() + " has no level or hierarchy " + name.text() + "; it has "
                                + String.join(", ", known) + ".",
                        known));
        return new Cut.ByGroups(dimension, name.text(), groups(dimension, codes, grouping), false);
    }

    private static List<String> groups(Dimension dimension, Item list, Grouping grouping) {
        String hierarchy = dimension.code() + ":" + grouping.hierarchy().id();
        return itemsOf(list).stream()
                .map(item -> grouping.find(item.text())
                        .orElseThrow(() ->
                                item.unknown(hierarchy + " has no group \"" + item.text() + "\".", grouping.groups())))
                .toList();
    }

    private List<String> codes(Dimension dimension, Item list, String level) {
        List<String> codes = new ArrayList<>();
        itemsOf(list).forEach(item -> codes.add(code(dimension, item, level)));
        return codes;
    }

    private static List<Item> itemsOf(Item list) {
        List<Item> items = list.split(';');
        if (items.size() > MOST_CODES) {
            throw list.part(0, 0)
                    .wrong(
                            "The cut names " + items.size() + " codes; it can name " + MOST_CODES
                                    + ". Cut by codes on a higher level instead.",
                            "at most " + MOST_CODES + " codes");
        }
        return items;
    }

    private String code(Dimension dimension, Item item, String level) {
        CodeList list = members.list(dimension);
        Code code = list.resolve(item.text()).orElseThrow(() -> {
            List<String> nearest = list.nearest(item.text(), SUGGESTIONS).stream()
                    .map(Code::code)
                    .toList();
            String question = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
            return item.wrong(
                            "The list of " + list.id() + " has no code \"" + item.text() + "\"." + question,
                            "a code of the list " + list.id())
                    .with("nearest", nearest.isEmpty() ? null : nearest);
        });
        if (level != null && !code.level().equals(level)) {
            throw item.wrong(
                    code.code() + " stands on the level " + code.level() + ", not " + level + ".",
                    dimension.code() + ":" + code.level() + ":" + code.code());
        }
        return code.code();
    }
}

package org.undatacube.aggregation.bulk;

import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/**
 * A table of a product.
 *
 * @param name as it is referred to
 * @param file where it is in the archive
 * @param key the columns that tell its rows apart; none where rows may be equal
 */
record Table(String name, String file, String title, List<Column> columns, List<String> key) {
    static final String BREAKDOWNS = "breakdowns";
    static final String BREAKDOWN = "breakdown";
    static final String AMOUNT = "amount";
    static final String CODE = "code";

    private static final String INTEGER = "integer";
    private static final String NUMBER = "number";

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** @param name without the year, which is put behind it */
    static Table lines(Flow cube, String name, int year, String breakdowns) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.number("year", INTEGER, "The reporting year"),
                Column.text(Dimension.ENTITY.code(), "The entity or the part of one that the line is of")
                        .in(Dimension.ENTITY.codeList()),
                Column.text("submission", "The submission by which its breakdown stands in this edition"),
                Column.number(BREAKDOWN, INTEGER, "Of which breakdown the line is")
                        .in(breakdowns)));
        for (Dimension dimension : CubeDimensions.of(cube)) {
            if (dimension != Dimension.ENTITY) {
                columns.add(
                        Column.text(dimension.code(), "Its code; empty where the breakdown does not give the dimension")
                                .optional()
                                .in(dimension.codeList()));
            }
        }
        columns.add(Column.number(AMOUNT, NUMBER, "United States dollars, with every digit that was reported"));
        return new Table(
                name + "-" + year, name + "/" + year + ".csv", "Lines of " + year, List.copyOf(columns), List.of());
    }

    static Table breakdowns(String name, String title) {
        return new Table(
                name,
                name + ".csv",
                title,
                List.of(
                        Column.number(BREAKDOWN, INTEGER, "Its number, the same in every edition"),
                        Column.text("submission", "The submission by which it stands"),
                        Column.text(Dimension.ENTITY.code(), "The reporting entity")
                                .in(Dimension.ENTITY.codeList()),
                        Column.number("year", INTEGER, "The reporting year"),
                        Column.text("dimensions", "What all of its lines give, in the standards' order, joined by +"),
                        Column.number("lines", INTEGER, "How many lines it has"),
                        Column.number("total", NUMBER, "What its lines add up to"),
                        Column.number(
                                "control_total", NUMBER, "The audited total that every breakdown should add up to")),
                List.of(BREAKDOWN));
    }

    static Table answers() {
        return new Table(
                "answers",
                "answers.csv",
                "Which breakdown answers a question, for each entity, year and set of dimensions",
                List.of(
                        Column.number("year", INTEGER, "The reporting year"),
                        Column.text(Dimension.ENTITY.code(), "The reporting entity")
                                .in(Dimension.ENTITY.codeList()),
                        Column.text(
                                "dimensions",
                                "What a question uses besides year and entity, in the standards' order, joined by +;"
                                        + " none where it uses nothing else"),
                        Column.number(BREAKDOWN, INTEGER, "The one breakdown to read")
                                .in(BREAKDOWNS)),
                List.of("year", Dimension.ENTITY.code(), "dimensions"));
    }

    static Table codes(Dimension dimension, CodeList list) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(CODE, "The code"),
                Column.text("level", "The level on which it stands").optional(),
                Column.text("parent", "The code above it").optional(),
                Column.text("label", "Its English name"),
                Column.number("valid_from", INTEGER, "The first year in which it may be reported")
                        .optional(),
                Column.number("valid_to", INTEGER, "The last year in which it may be reported")
                        .optional(),
                Column.text("superseded_by", "What took its place").optional()));
        list.levels()
                .forEach(level -> columns.add(Column.text(
                        at(level), "The member under which lines of this code are shown on the level " + level)));
        return new Table(
                dimension.codeList(),
                "codes/" + dimension.codeList() + ".csv",
                list.title(),
                List.copyOf(columns),
                List.of(CODE));
    }

    static String at(String level) {
        return "at_" + level;
    }
}

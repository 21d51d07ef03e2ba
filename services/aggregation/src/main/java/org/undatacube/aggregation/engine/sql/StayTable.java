package org.undatacube.aggregation.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.codelists.Dimension;

/**
 * Codes with their years and perhaps keys, sent along with a question and joined to its lines.
 *
 * @param alias what it is called in the question
 */
record StayTable(String alias, Dimension dimension, List<Projection.Stay> stays) {
    private static final String CODE = "code";
    private static final String FIRST = "first_year";
    private static final String LAST = "last_year";
    private static final String KEY = "key";

    static StayTable of(String alias, Projection projection) {
        return new StayTable(alias, projection.dimension(), projection.stays());
    }

    static StayTable of(String alias, Selection selection) {
        List<Projection.Stay> stays = new ArrayList<>();
        for (Map.Entry<String, List<YearRange>> entry : selection.stays().entrySet()) {
            entry.getValue().forEach(years -> stays.add(new Projection.Stay(entry.getKey(), years, "")));
        }
        return new StayTable(alias, selection.dimension(), stays);
    }

    Table<?> innerJoinedTo(Table<?> lines) {
        return lines.join(table()).on(isOfTheLine());
    }

    Table<?> leftJoinedTo(Table<?> lines) {
        return lines.leftJoin(table()).on(isOfTheLine());
    }

    /** The key of a joined line, null where it is in no stay. */
    Field<String> key() {
        return DSL.field(DSL.name(alias, KEY), SQLDataType.VARCHAR);
    }

    Condition hasNone() {
        return code().isNull();
    }

    private Table<?> table() {
        List<String> codes = new ArrayList<>(stays.size());
        List<Integer> firsts = new ArrayList<>(stays.size());
        List<Integer> lasts = new ArrayList<>(stays.size());
        List<String> keys = new ArrayList<>(stays.size());
        for (Projection.Stay stay : stays) {
            codes.add(stay.code());
            firsts.add(stay.years().first());
            lasts.add(stay.years().last());
            keys.add(stay.key());
        }
        return DSL.table(DSL.select(
                        ArrayBinding.unnestedTexts(codes).as(CODE),
                        ArrayBinding.unnestedNumbers(firsts).as(FIRST),
                        ArrayBinding.unnestedNumbers(lasts).as(LAST),
                        ArrayBinding.unnestedTexts(keys).as(KEY)))
                .as(alias);
    }

    private Condition isOfTheLine() {
        Condition sameCode = code().eq(LineTable.code(dimension));
        boolean isForEver = stays.stream().allMatch(stay -> stay.years().equals(YearRange.ALWAYS));
        return isForEver
                ? sameCode
                : sameCode.and(LineTable.year()
                        .between(
                                DSL.field(DSL.name(alias, FIRST), SQLDataType.INTEGER),
                                DSL.field(DSL.name(alias, LAST), SQLDataType.INTEGER)));
    }

    private Field<String> code() {
        return DSL.field(DSL.name(alias, CODE), SQLDataType.VARCHAR);
    }
}

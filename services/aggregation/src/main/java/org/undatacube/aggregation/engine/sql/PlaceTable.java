package org.undatacube.aggregation.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Keys with their places in an order, sent along with a question and joined to what was added up.
 *
 * @param alias what it is called in the question
 */
record PlaceTable(String alias, Map<String, Integer> places) {
    private static final String KEY = "key";
    private static final String PLACE = "place";

    Table<?> joinedTo(Table<?> tallies, Field<String> key) {
        List<String> keys = new ArrayList<>(places.size());
        List<Integer> numbers = new ArrayList<>(places.size());
        places.forEach((text, place) -> {
            keys.add(text);
            numbers.add(place);
        });
        Table<?> table = DSL.table(DSL.select(
                        ArrayBinding.unnestedTexts(keys).as(KEY),
                        ArrayBinding.unnestedNumbers(numbers).as(PLACE)))
                .as(alias);
        return tallies.leftJoin(table)
                .on(DSL.field(DSL.name(alias, KEY), SQLDataType.VARCHAR).eq(key));
    }

    Field<Integer> place() {
        return DSL.field(DSL.name(alias, PLACE), SQLDataType.INTEGER);
    }
}

package org.undatacube.aggregation.engine.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.engine.LineReading;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;

/** Single lines as SQL, for DuckDB and PostgreSQL alike. */
public final class LinesSql {
    private final LineReading reading;
    private final LineTable lines;
    private final List<Dimension> dimensions;

    public LinesSql(LineReading reading, LineTable lines) {
        this.reading = reading;
        this.lines = lines;
        this.dimensions = CubeDimensions.of(reading.cube());
    }

    /** A row for each line. */
    public Select<?> select() {
        FilteredLines filtered = new FilteredLines(lines, reading.breakdowns());
        reading.filters().forEach(filtered::filter);
        List<Field<?>> columns =
                new ArrayList<>(List.of(LineTable.breakdown(), LineTable.number(), LineTable.amount()));
        dimensions.forEach(dimension -> columns.add(LineTable.code(dimension)));
        return DSL.select(columns)
                .from(filtered.from())
                .where(filtered.where())
                .orderBy(LineTable.breakdown(), LineTable.number())
                // in some dialects the number is written into the text although it counts among the bound values
                .limit(DSL.inline(reading.limit()))
                .offset(DSL.inline(reading.offset()));
    }

    /** The line of a row of {@link #select}. */
    public PublishedLine line(ResultSet row) throws SQLException {
        Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
        int column = 4;
        for (Dimension dimension : dimensions) {
            String code = row.getString(column++);
            if (code != null) {
                codes.put(dimension, code);
            }
        }
        return new PublishedLine(row.getLong(1), row.getLong(2), codes, row.getBigDecimal(3));
    }
}

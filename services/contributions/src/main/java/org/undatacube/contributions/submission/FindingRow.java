package org.undatacube.contributions.submission;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A finding as a row of its table. */
public final class FindingRow {
    private FindingRow() {}

    /** Without its explanation, which is kept elsewhere. */
    public static Finding read(ResultSet row) throws SQLException {
        return read(row, null);
    }

    public static Finding read(ResultSet row, Finding.Explanation explanation) throws SQLException {
        return new Finding(
                row.getLong("position"),
                row.getString("rule"),
                Severity.of(row.getString("severity")),
                row.getObject("line_row", Long.class),
                row.getString("field"),
                row.getString("pointer"),
                row.getString("value"),
                row.getString("message"),
                row.getString("expected"),
                explanation,
                row.getObject("part", Integer.class),
                row.getString("line_id"),
                key(row));
    }

    private static LineKey key(ResultSet row) throws SQLException {
        Long breakdown = row.getObject("breakdown", Long.class);
        return breakdown == null ? null : new LineKey(breakdown, row.getInt("line"));
    }

    static void write(UUID report, long number, Finding finding, PreparedStatement insert) throws SQLException {
        insert.setObject(1, report);
        insert.setLong(2, number);
        insert.setString(3, finding.rule());
        insert.setString(4, finding.severity().code());
        insert.setObject(5, finding.row());
        insert.setString(6, finding.field());
        insert.setString(7, finding.pointer());
        insert.setString(8, finding.value());
        insert.setString(9, finding.message());
        insert.setString(10, finding.expected());
    }
}

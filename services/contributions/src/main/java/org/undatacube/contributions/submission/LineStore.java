package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.undatacube.codelists.Dimension;

/** The lines of all submissions. Neither way in nor way out holds more than a few of them in memory. */
@ApplicationScoped
public class LineStore {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final DataSource dataSource;

    LineStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes lines one by one. */
    @FunctionalInterface
    public interface LineReader {
        void accept(Line line) throws IOException;
    }

    /** The first of 64 breakdown numbers that nobody else gets. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long reserveBreakdowns() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select nextval('breakdown_block')");
                ResultSet block = statement.executeQuery()) {
            block.next();
            return block.getLong(1);
        }
    }

    /** Opens the way in, as a part of the current transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public LineCopy copy() throws SQLException {
        return new LineCopy(dataSource.getConnection());
    }

    /** The number of the last line of each breakdown; breakdowns without lines are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Integer> lastLines(Collection<Long> breakdowns) throws SQLException {
        Map<Long, Integer> last = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select breakdown, max(line) from line where breakdown = any (?) group by breakdown")) {
            select.setArray(1, connection.createArrayOf("bigint", breakdowns.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last.put(rows.getLong(1), rows.getInt(2));
                }
            }
        }
        return last;
    }

    /**
     * The lines that have an identifier of the entity's own.
     *
     * @param number the line's number, which finds all parts of the line that it was split from; null where any will do
     * @param most how many of them are wanted
     */
    @Transactional
    public List<Line> find(Collection<Long> breakdowns, String lineId, Integer number, int most) throws SQLException {
        List<Line> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select * from line where breakdown = any (?) and line_id = ? and (?::integer is null
                            or coalesce(split_line, line) in (select coalesce(named.split_line, named.line)
                                from line named where named.breakdown = line.breakdown and named.line = ?))
                        order by breakdown, line limit ?""")) {
            select.setArray(1, connection.createArrayOf("bigint", breakdowns.toArray()));
            select.setString(2, lineId);
            select.setObject(3, number, Types.INTEGER);
            select.setObject(4, number, Types.INTEGER);
            select.setInt(5, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(line(rows));
                }
            }
        }
        return found;
    }

    /** Takes a line away with all its parts. Numbers of others stay. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(SubmittedLine line) throws SQLException {
        Integer[] numbers = line.parts().stream().map(Line::number).toArray(Integer[]::new);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from line where breakdown = ? and line = any (?)")) {
            delete.setLong(1, line.key().breakdown());
            delete.setArray(2, connection.createArrayOf("integer", numbers));
            delete.executeUpdate();
        }
    }

    /** Takes all lines of a breakdown away. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removeAll(long breakdown) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from line where breakdown = ?")) {
            delete.setLong(1, breakdown);
            delete.executeUpdate();
        }
    }

    /** Reads the lines of some breakdowns by breakdown and number. The reader must leave the store alone. */
    @Transactional
    public void read(Collection<Long> breakdowns, LineReader reader) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            LineRows rows = new LineRows(connection.unwrap(PGConnection.class));
            for (long breakdown : new TreeSet<>(breakdowns)) {
                rows.read(breakdown, reader);
            }
        } catch (SQLException e) {
            throw new IOException("The lines could not be read", e);
        }
    }

    /**
     * Lines of some breakdowns by breakdown and number.
     *
     * @param last the line that is before the first of them; it need not exist
     * @param most how many of them are wanted
     */
    @Transactional
    public List<Line> after(LineKey last, Collection<Long> breakdowns, int most) {
        List<Line> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                // each breakdown by itself, so that the key's index has the lines in their order
                PreparedStatement select = connection.prepareStatement(
                        "select * from line where breakdown = ? and line > ? order by line limit ?")) {
            for (long breakdown : new TreeSet<>(breakdowns).tailSet(last.breakdown())) {
                if (found.size() == most) {
                    break;
                }
                select.setLong(1, breakdown);
                select.setInt(2, breakdown == last.breakdown() ? last.number() : 0);
                select.setInt(3, most - found.size());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(line(rows));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lines after " + last + " could not be read", e);
        }
        return found;
    }

    private static Line.Split split(ResultSet row) throws SQLException {
        BigDecimal percent = row.getBigDecimal("split_percent");
        return percent == null
                ? null
                : new Line.Split(row.getInt("split_line"), new Amount(row.getBigDecimal("split_amount")), percent);
    }

    private static Line line(ResultSet row) throws SQLException {
        Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
        for (Dimension dimension : DIMENSIONS) {
            String code = row.getString(dimension.code());
            if (code != null) {
                codes.put(dimension, code);
            }
        }
        BigDecimal original = row.getBigDecimal("original_amount");
        String basis = row.getString("basis");
        return new Line(
                row.getLong("breakdown"),
                row.getInt("line"),
                codes,
                new Amount(row.getBigDecimal("amount_usd")),
                original == null
                        ? null
                        : new Line.Original(
                                new Amount(original),
                                row.getString("original_currency"),
                                row.getBigDecimal("original_rate")),
                basis == null ? null : Basis.valueOf(basis),
                row.getString("line_id"),
                row.getString("note"),
                split(row));
    }
}

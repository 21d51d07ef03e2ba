package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.undatacube.codelists.Dimension;

/** The lines of all submissions. Neither way in nor way out holds more than a few of them in memory. */
@ApplicationScoped
public class LineStore {
    /** What is the same in lines that repeat each other. */
    private static final String CONTENT = "entity, function, location, instrument, sdg, contributor, gem, amount_usd,"
            + " original_amount, original_currency, basis, line_id, note, split_amount, split_percent";

    /** Equal for lines that repeat each other, and cheap. */
    private static final String FINGERPRINT =
            "hash_numeric_extended(amount_usd, coalesce(hashtextextended(line_id, 0), 0))";

    /**
     * Room for the fingerprints of a million lines, more are put aside on disk; no loop over all pairs of lines, which the
     * planner may think cheap as long as it does not know how many have just come in; and no helpers, each of which
     * would take all fingerprints for itself.
     */
    private static final String SETTINGS = "set local work_mem = '40MB'; set local enable_nestloop = off;"
            + " set local max_parallel_workers_per_gather = 0";

    private static final String USUAL_SETTINGS = "set local work_mem to default; set local enable_nestloop to default;"
            + " set local max_parallel_workers_per_gather to default";

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

    /** How many lines of each breakdown repeat an earlier one in everything; breakdowns without are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Long> countRepeats(Collection<Long> breakdowns) throws SQLException {
        // only lines whose fingerprint is there twice are compared whole: that takes many times as long, and hardly any
        // is
        String sql = """
                select breakdown, sum(times - 1) from (
                    select breakdown, count(*) times from line
                    where breakdown = any (?) and (breakdown, %2$s) in (
                        select breakdown, %2$s from line where breakdown = any (?) group by 1, 2 having count(*) > 1)
                    group by breakdown, %1$s having count(*) > 1) repeated
                group by breakdown""".formatted(CONTENT, FINGERPRINT);
        Map<Long, Long> repeats = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            setting.execute(SETTINGS);
            Array asked = connection.createArrayOf("bigint", breakdowns.toArray());
            statement.setArray(1, asked);
            statement.setArray(2, asked);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    repeats.put(rows.getLong(1), rows.getLong(2));
                }
            }
            setting.execute(USUAL_SETTINGS);
        }
        return repeats;
    }

    /**
     * Lines with amounts below zero.
     *
     * @param sum in United States dollars
     */
    public record Negatives(long lines, Amount sum) {}

    /** The negative lines of each breakdown; breakdowns without are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Negatives> negatives(Collection<Long> breakdowns) throws SQLException {
        String sql = """
                select breakdown, count(*), sum(amount_usd) from line
                where breakdown = any (?) and amount_usd < 0 group by breakdown""";
        Map<Long, Negatives> negatives = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", breakdowns.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    negatives.put(rows.getLong(1), new Negatives(rows.getLong(2), new Amount(rows.getBigDecimal(3))));
                }
            }
        }
        return negatives;
    }

    /** How many lines of each breakdown are on some of the targets; those without lines are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Map<String, Long>> countTargets(Collection<Long> breakdowns, Collection<String> targets)
            throws SQLException {
        String sql = """
                select breakdown, sdg, count(*) from line
                where breakdown = any (?) and sdg = any (?) group by breakdown, sdg""";
        Map<Long, Map<String, Long>> counts = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", breakdowns.toArray()));
            statement.setArray(2, connection.createArrayOf("text", targets.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.computeIfAbsent(rows.getLong(1), breakdown -> new TreeMap<>())
                            .put(rows.getString(2), rows.getLong(3));
                }
            }
        }
        return counts;
    }

    /** What a breakdown's lines add up to in United States dollars, by their code in a dimension that it gives. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Amount> totals(long breakdown, Dimension dimension) throws SQLException {
        // a name of the enumeration, nothing that anybody sent
        String sql = "select %1$s, sum(amount_usd) from line where breakdown = ? and %1$s is not null group by %1$s"
                .formatted(dimension.code());
        Map<String, Amount> totals = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, breakdown);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    totals.put(rows.getString(1), new Amount(rows.getBigDecimal(2)));
                }
            }
        }
        return totals;
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

package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.undatacube.codelists.Dimension;

/** The lines of all submissions. Neither way in nor way out holds more than a few of them in memory. */
@ApplicationScoped
public class LineStore {
    private static final int ROWS_AT_A_TIME = 2_000;
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

    /** How many lines of each breakdown repeat an earlier one in everything; breakdowns without are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Long> countRepeats(Collection<Long> breakdowns) throws SQLException {
        String sql = """
                select breakdown, sum(times - 1) from (
                    select breakdown, count(*) times from line where breakdown = any (?)
                    group by breakdown, entity, function, location, instrument, sdg, contributor, gem, amount_usd,
                        original_amount, original_currency, basis, line_id, note
                    having count(*) > 1) repeated
                group by breakdown""";
        Map<Long, Long> repeats = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", breakdowns.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    repeats.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return repeats;
    }

    /** Reads the lines of some breakdowns by breakdown and number, from a cursor. */
    @Transactional
    public void read(Collection<Long> breakdowns, LineReader reader) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select * from line where breakdown = any (?) order by breakdown, line")) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setArray(1, connection.createArrayOf("bigint", breakdowns.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(line(rows));
                }
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

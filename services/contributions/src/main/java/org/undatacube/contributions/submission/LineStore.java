package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The lines of all submissions. Neither way in nor way out holds more than a few of them in memory. */
@ApplicationScoped
public class LineStore {
    /** What is the same in lines that repeat each other. */
    private static final String CONTENT = "entity, function, location, instrument, sdg, contributor, gem, amount_usd,"
            + " original_amount, original_currency, basis, line_id, note";

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
}

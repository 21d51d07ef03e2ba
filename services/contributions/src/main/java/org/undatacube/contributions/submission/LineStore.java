package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
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

    /** Room for the fingerprints of a million lines; more are put aside on disk. */
    private static final String ROOM_FOR_FINGERPRINTS = "set local work_mem = '40MB'";

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
        // by fingerprint first: to sort whole lines takes many times as long, and hardly any repeat
        String sql = """
                with fingerprint as (
                    select breakdown, line, hash_record_extended(row(%1$s), 0) print from line where breakdown = any (?)),
                suspect as (select breakdown, print from fingerprint group by breakdown, print having count(*) > 1)
                select breakdown, sum(times - 1) from (
                    select breakdown, count(*) times from line
                    join fingerprint using (breakdown, line) join suspect using (breakdown, print)
                    group by breakdown, %1$s having count(*) > 1) repeated
                group by breakdown""".formatted(CONTENT);
        Map<Long, Long> repeats = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            setting.execute(ROOM_FOR_FINGERPRINTS);
            statement.setArray(1, connection.createArrayOf("bigint", breakdowns.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    repeats.put(rows.getLong(1), rows.getLong(2));
                }
            }
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

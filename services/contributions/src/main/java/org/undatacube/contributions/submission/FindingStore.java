package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/** The warnings and notes of accepted submissions. */
@ApplicationScoped
public class FindingStore {
    /** How many are shown. */
    private static final int LISTED = 1_000;

    private final DataSource dataSource;

    FindingStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds findings on the submission as a whole after those that there are. */
    public void add(UUID submission, List<Finding> findings) throws SQLException {
        add(submission, null, findings);
    }

    /**
     * Adds findings after those that there are.
     *
     * @param part the part in which their rows are counted; null where they are about the submission as a whole
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID submission, Integer part, List<Finding> findings) throws SQLException {
        String sql = """
                insert into finding (submission, position, rule, severity, line_row, field, pointer, value, message,
                    expected, part, line_id, breakdown, line) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int position = lastPosition(submission, connection);
            for (Finding finding : findings) {
                position++;
                insert.setObject(1, submission);
                insert.setInt(2, position);
                insert.setString(3, finding.rule());
                insert.setString(4, finding.severity().code());
                insert.setObject(5, finding.row());
                insert.setString(6, finding.field());
                insert.setString(7, finding.pointer());
                insert.setString(8, finding.value());
                insert.setString(9, finding.message());
                insert.setString(10, finding.expected());
                insert.setObject(11, part, Types.INTEGER);
                insert.setString(12, finding.lineId());
                LineKey line = finding.line();
                insert.setObject(13, line == null ? null : line.breakdown(), Types.BIGINT);
                insert.setObject(14, line == null ? null : line.number(), Types.INTEGER);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The gravest first; of the same severity as they were found. */
    @Transactional
    public List<Finding> of(UUID submission) {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select * from finding where submission = ?"
                        + " order by severity = 'note', position limit " + LISTED)) {
            select.setObject(1, submission);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.add(finding(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The findings of " + submission + " could not be read", e);
        }
        return findings;
    }

    /** Forgets what some rules found. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(UUID submission, Collection<String> rules) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from finding where submission = ? and rule = any (?)")) {
            delete.setObject(1, submission);
            delete.setArray(2, connection.createArrayOf("text", rules.toArray()));
            delete.executeUpdate();
        }
    }

    /** What is said about a line. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Finding> of(UUID submission, LineKey line) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from finding where submission = ? and breakdown = ? and line = ? order by position")) {
            select.setObject(1, submission);
            select.setLong(2, line.breakdown());
            select.setInt(3, line.number());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.add(finding(row));
                }
            }
        }
        return findings;
    }

    /**
     * Forgets what is said about a line.
     *
     * @return what was forgotten
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Finding.Counts remove(UUID submission, LineKey line) throws SQLException {
        return remove(
                "delete from finding where submission = ? and breakdown = ? and line = ? returning severity",
                submission,
                line.breakdown(),
                line.number());
    }

    /**
     * Forgets what is said about the lines of a breakdown.
     *
     * @return what was forgotten
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Finding.Counts remove(UUID submission, Breakdown breakdown) throws SQLException {
        return remove(
                "delete from finding where submission = ? and breakdown = ? returning severity",
                submission,
                breakdown.id);
    }

    private Finding.Counts remove(String sql, Object... parameters) throws SQLException {
        long warnings = 0;
        long notes = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                delete.setObject(index + 1, parameters[index]);
            }
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    boolean warning = row.getString(1).equals(Severity.WARN.code());
                    warnings += warning ? 1 : 0;
                    notes += warning ? 0 : 1;
                }
            }
        }
        return new Finding.Counts(0, warnings, notes);
    }

    private static int lastPosition(UUID submission, Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select coalesce(max(position), 0) from finding where submission = ?")) {
            select.setObject(1, submission);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("rule"),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getObject("line_row", Long.class),
                row.getString("field"),
                row.getString("pointer"),
                row.getString("value"),
                row.getString("message"),
                row.getString("expected"),
                row.getObject("part", Integer.class),
                row.getString("line_id"),
                key(row));
    }

    private static LineKey key(ResultSet row) throws SQLException {
        Long breakdown = row.getObject("breakdown", Long.class);
        return breakdown == null ? null : new LineKey(breakdown, row.getInt("line"));
    }
}

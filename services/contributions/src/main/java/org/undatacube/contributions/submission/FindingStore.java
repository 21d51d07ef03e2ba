package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Adds findings after those that there are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID submission, List<Finding> findings) throws SQLException {
        String sql = """
                insert into finding (submission, position, rule, severity, line_row, field, pointer, value, message,
                    expected) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
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
                row.getString("expected"));
    }
}

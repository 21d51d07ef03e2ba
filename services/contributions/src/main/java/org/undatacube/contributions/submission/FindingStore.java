package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/** The warnings and notes of accepted submissions. */
@ApplicationScoped
public class FindingStore {
    private final DataSource dataSource;

    FindingStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID submission, List<Finding> findings) throws SQLException {
        String sql = """
                insert into finding (submission, position, rule, severity, line_row, field, pointer, value, message,
                    expected) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int position = 0;
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

    /** In the order in which they were found. */
    @Transactional
    public List<Finding> of(UUID submission) {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from finding where submission = ? order by position")) {
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

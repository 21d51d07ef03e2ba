package org.undatacube.contributions.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.undatacube.contributions.report.FindingQuery.Cursor;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.Finding.Explanation;
import org.undatacube.contributions.submission.FindingCount;
import org.undatacube.contributions.submission.FindingRow;
import org.undatacube.contributions.submission.Severity;

/** Reads reports and their findings. */
@ApplicationScoped
public class ReportReader {
    private static final int ROWS_AT_A_TIME = 2_000;

    private final DataSource dataSource;
    private final Clock clock;

    ReportReader(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @param next where the next page begins; empty on the last */
    record Page(List<Finding> findings, Optional<Cursor> next) {}

    /** Takes findings one by one. */
    @FunctionalInterface
    public interface FindingReader {
        void accept(Finding finding) throws IOException;
    }

    /** A report on something that was not stored, unless there is none or it was kept long enough. */
    @Transactional
    Optional<ValidationReport> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from validation_report where id = ? and kept_until >= ?")) {
            select.setObject(1, id);
            select.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(report(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The report " + id + " could not be read", e);
        }
    }

    /** The gravest first, then those that found most. */
    @Transactional
    List<FindingCount> counts(UUID report) {
        String sql = """
                select * from finding_count where report = ?
                order by array_position(array['reject', 'warn', 'note'], severity), findings desc, rule""";
        List<FindingCount> counts = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, report);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.add(new FindingCount(
                            row.getString("rule"),
                            Severity.of(row.getString("severity")),
                            row.getLong("findings"),
                            row.getLong("stored"),
                            row.getLong("lines"),
                            new Amount(row.getBigDecimal("amount"))));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The counts of " + report + " could not be read", e);
        }
        return counts;
    }

    @Transactional
    Page page(UUID report, FindingQuery query, int limit) {
        List<Finding> findings = new ArrayList<>();
        Cursor last = null;
        try (Connection connection = dataSource.getConnection();
                // one more than asked for tells whether there is a next page
                PreparedStatement select = query.statement(report, Optional.of(limit + 1), connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (findings.size() == limit) {
                    return new Page(findings, Optional.ofNullable(last));
                }
                Finding finding = finding(row);
                findings.add(finding);
                last = new Cursor(row.getInt("gravity"), finding.number());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The findings of " + report + " could not be read", e);
        }
        return new Page(findings, Optional.empty());
    }

    /** All findings of a report, the gravest first, a few at a time in memory. */
    @Transactional
    public void read(UUID report, FindingReader reader) throws IOException {
        read(report, FindingQuery.ALL, reader);
    }

    /** All of them from a cursor, a few at a time in memory. */
    @Transactional
    void read(UUID report, FindingQuery query, FindingReader reader) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = query.statement(report, Optional.empty(), connection)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.accept(finding(row));
                }
            }
        } catch (SQLException e) {
            throw new IOException("The findings could not be read", e);
        }
    }

    private static Finding finding(ResultSet row) throws SQLException {
        String text = row.getString("text");
        return FindingRow.read(
                row,
                text == null
                        ? null
                        : new Explanation(
                                text,
                                row.getString("written_by"),
                                row.getObject("written_at", OffsetDateTime.class)
                                        .toInstant()));
    }

    private static ValidationReport report(ResultSet row) throws SQLException {
        return new ValidationReport(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("sender_entity")),
                row.getBoolean("dry_run"),
                row.getString("entity"),
                row.getObject("year", Integer.class),
                row.getString("flow"),
                row.getString("rules_version"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("kept_until", OffsetDateTime.class).toInstant());
    }
}

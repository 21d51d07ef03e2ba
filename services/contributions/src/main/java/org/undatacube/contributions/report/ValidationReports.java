package org.undatacube.contributions.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.FindingStore;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.http.Caller;
import org.undatacube.http.Problem;

/** Keeps what was found in submissions that were not stored: refused ones, and those that were only tried. */
@ApplicationScoped
public class ValidationReports {
    private static final int FORGOTTEN_AT_A_TIME = 5;
    private static final int LISTED = 1_000;

    private final DataSource dataSource;
    private final FindingStore findingStore;
    private final ReportReader reader;
    private final ReportWorkbooks workbooks;
    private final Caller caller;
    private final Clock clock;
    private final Duration keptFor;

    ValidationReports(
            DataSource dataSource,
            FindingStore findingStore,
            ReportReader reader,
            ReportWorkbooks workbooks,
            Caller caller,
            Clock clock,
            ReportConfig config) {
        this.dataSource = dataSource;
        this.findingStore = findingStore;
        this.reader = reader;
        this.workbooks = workbooks;
        this.caller = caller;
        this.clock = clock;
        this.keptFor = config.keptFor();
    }

    static String address(UUID report) {
        return "/api/v1/validation-reports/" + report;
    }

    /**
     * Keeps all findings of a refused submission, in a transaction of its own. To be called after the submission's was
     * rolled back: so nobody waits for a second connection while holding a first.
     *
     * @param workbook that was sent, if it was one
     * @return the refusal with the member {@code report}; as it was, where findings are not the reason
     */
    public Problem keep(Problem refusal, Findings findings, Header header, Optional<InputStream> workbook) {
        return findings.hasRejects()
                ? refusal.with("report", address(keep(findings, header, workbook, false)))
                : refusal;
    }

    /**
     * Keeps all findings of a submission that was only tried.
     *
     * @param workbook that was sent, if it was one
     * @return the report with its first findings
     */
    public ReportView keepDryRun(Findings findings, Header header, Optional<InputStream> workbook) {
        UUID id = keep(findings, header, workbook, true);
        ValidationReport report = reader.find(id).orElseThrow();
        return ReportView.of(report, reader.counts(id), reader.page(id, FindingQuery.ALL, LISTED));
    }

    private UUID keep(Findings findings, Header header, Optional<InputStream> workbook, boolean dryRun) {
        UUID report = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection()) {
                forgetSomeOld(connection);
                insert(report, findings.rulesVersion(), header, dryRun, connection);
                findingStore.add(report, findings.all());
                if (workbook.isPresent()) {
                    workbooks.keep(report, workbook.get());
                }
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The report could not be written", e);
            }
        });
        return report;
    }

    private void insert(UUID report, String rulesVersion, Header header, boolean dryRun, Connection connection)
            throws SQLException {
        String sql = """
                insert into validation_report (id, sender_entity, sender, dry_run, entity, year, flow, rules_version,
                    made_at, kept_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, report);
            insert.setString(2, caller.entity().orElse(null));
            insert.setString(3, caller.name());
            insert.setBoolean(4, dryRun);
            insert.setString(5, header.entity().map(Code::code).orElse(null));
            insert.setObject(6, header.year().orElse(null), Types.INTEGER);
            insert.setString(7, header.flow().map(Flow::code).orElse(null));
            insert.setString(8, rulesVersion);
            insert.setObject(9, now.atOffset(ZoneOffset.UTC));
            insert.setObject(10, now.plus(keptFor).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** With each new report a few old ones go, so that there are never many, and nobody waits for a sweep. */
    private void forgetSomeOld(Connection connection) throws SQLException {
        String sql = """
                delete from validation_report where id in (
                    select id from validation_report where kept_until < ? limit ? for update skip locked)""";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            delete.setInt(2, FORGOTTEN_AT_A_TIME);
            delete.executeUpdate();
        }
    }
}

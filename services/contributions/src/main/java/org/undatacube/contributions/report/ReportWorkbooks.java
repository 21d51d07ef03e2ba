package org.undatacube.contributions.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** The workbooks that were sent, kept with the reports on them and given back with comments. */
@ApplicationScoped
public class ReportWorkbooks {
    private final DataSource dataSource;
    private final ReportReader reports;
    /** One at a time is annotated, as a workbook is a great deal of memory. */
    private final Semaphore turn = new Semaphore(1);

    ReportWorkbooks(DataSource dataSource, ReportReader reports) {
        this.dataSource = dataSource;
        this.reports = reports;
    }

    /** Keeps the workbook that a report is about; one that is too large to be given back is not kept. */
    @Transactional
    public void keep(UUID report, InputStream sent) throws IOException {
        byte[] workbook = sent.readNBytes(AnnotatedWorkbook.LARGEST_FILE + 1);
        if (workbook.length > AnnotatedWorkbook.LARGEST_FILE) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into report_workbook (report, content) values (?, ?)")) {
            insert.setObject(1, report);
            insert.setBytes(2, workbook);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The workbook could not be kept", e);
        }
    }

    @Transactional
    Optional<byte[]> find(UUID report) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select content from report_workbook where report = ?")) {
            select.setObject(1, report);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The workbook could not be read", e);
        }
    }

    /** @throws Problem (503) while another is being annotated */
    void write(UUID report, byte[] workbook, OutputStream out) throws IOException {
        if (!turn.tryAcquire()) {
            throw new Problem(CommonProblem.UNAVAILABLE, "Another workbook is being annotated; try again.");
        }
        try (AnnotatedWorkbook annotated = AnnotatedWorkbook.open(workbook)) {
            reports.read(report, FindingQuery.ALL, annotated::add);
            annotated.write(out);
        } finally {
            turn.release();
        }
    }
}

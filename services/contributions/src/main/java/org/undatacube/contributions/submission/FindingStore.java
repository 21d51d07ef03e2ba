package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The findings of all reports: those of submissions, whose report has the submission's id, and those of what was
 * refused. A finding's number within its report is never given to another.
 */
@ApplicationScoped
public class FindingStore {
    private static final String OF_THE_WHOLE =
            "report, position, rule, severity, line_row, field, pointer, value, message, expected";
    private static final String OF_LINES = OF_THE_WHOLE + ", line_id, breakdown, line, part";
    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;

    FindingStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Adds what was found in a submission, or in a part of its lines, to what there is.
     *
     * @param part the part in which rows are counted; null where there are none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addToSubmission(UUID submission, Integer part, FindingSpool spool) throws SQLException, IOException {
        openReport(submission);
        add(submission, part, spool);
    }

    /** Adds what was found to a report that there is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID report, FindingSpool spool) throws SQLException, IOException {
        add(report, null, spool);
    }

    private void add(UUID report, Integer part, FindingSpool spool) throws SQLException, IOException {
        List<FindingCount> counts = spool.counts();
        try (Connection connection = dataSource.getConnection()) {
            long stored = counts.stream().mapToLong(FindingCount::stored).sum();
            copy(report, part, takeNumbers(report, stored, connection), spool, connection);
            count(report, counts, connection);
        }
    }

    /**
     * Puts what some rules found now in the place of what they found before. What is found again keeps its number.
     *
     * @param found by these rules, none of it on a line
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replaceInSubmission(UUID submission, Collection<String> rules, List<Finding> found)
            throws SQLException {
        openReport(submission);
        try (Connection connection = dataSource.getConnection()) {
            List<Finding> before = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("select * from finding where report = ? and rule = any (?)")) {
                select.setObject(1, submission);
                select.setArray(2, connection.createArrayOf("text", rules.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        before.add(FindingRow.read(row));
                    }
                }
            }
            remove(submission, without(before, found), connection);
            insert(submission, without(found, before), connection);
            recount(submission, rules, connection);
        }
    }

    /** What is said about a line. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Finding> of(UUID submission, LineKey line) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from finding where report = ? and breakdown = ? and line = ? order by position")) {
            select.setObject(1, submission);
            select.setLong(2, line.breakdown());
            select.setInt(3, line.number());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.add(FindingRow.read(row));
                }
            }
        }
        return findings;
    }

    /**
     * Forgets what is said about a line that is still there.
     *
     * @return what was forgotten
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Finding.Counts remove(UUID submission, LineKey line) throws SQLException {
        return removeFromLines(submission, "breakdown = ? and line = ?", line.breakdown(), line.number());
    }

    /**
     * Forgets what is said about the lines of a breakdown, which are still there.
     *
     * @return what was forgotten
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Finding.Counts remove(UUID submission, Breakdown breakdown) throws SQLException {
        return removeFromLines(submission, "breakdown = ?", breakdown.id);
    }

    private Finding.Counts removeFromLines(UUID submission, String which, Object... parameters) throws SQLException {
        String sql = """
                with gone as (
                    delete from finding where report = ? and %s returning rule, severity, breakdown, line),
                of_line as (
                    select rule, severity, breakdown, line, count(*) found from gone
                    group by rule, severity, breakdown, line),
                of_rule as (
                    select rule, severity, sum(found) found, count(*) lines, sum(abs(amount_usd)) amount
                    from of_line join line using (breakdown, line) group by rule, severity)
                update finding_count before set findings = before.findings - of_rule.found,
                    stored = before.stored - of_rule.found, lines = before.lines - of_rule.lines,
                    amount = before.amount - of_rule.amount
                from of_rule where before.report = ? and (before.rule, before.severity) = (of_rule.rule, of_rule.severity)
                returning before.severity, of_rule.found""".formatted(which);
        long warnings = 0;
        long notes = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement remove = connection.prepareStatement(sql)) {
            remove.setObject(1, submission);
            for (int index = 0; index < parameters.length; index++) {
                remove.setObject(index + 2, parameters[index]);
            }
            remove.setObject(parameters.length + 2, submission);
            try (ResultSet row = remove.executeQuery()) {
                while (row.next()) {
                    boolean warning = row.getString(1).equals(Severity.WARN.code());
                    warnings += warning ? row.getLong(2) : 0;
                    notes += warning ? 0 : row.getLong(2);
                }
            }
            forgetEmptyCounts(submission, connection);
        }
        return new Finding.Counts(0, warnings, notes);
    }

    private static void forgetEmptyCounts(UUID report, Connection connection) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from finding_count where report = ? and findings = 0")) {
            delete.setObject(1, report);
            delete.executeUpdate();
        }
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        Predicate<Finding> isOther = finding -> others.stream().anyMatch(finding::saysSameAs);
        return findings.stream().filter(isOther.negate()).toList();
    }

    private void openReport(UUID submission) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into validation_report (id, submission) values (?, ?) on conflict do nothing")) {
            insert.setObject(1, submission);
            insert.setObject(2, submission);
            insert.executeUpdate();
        }
    }

    /** @return the number before the first of those taken */
    private static long takeNumbers(UUID report, long wanted, Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update validation_report set findings_numbered = findings_numbered + ?"
                        + " where id = ? returning findings_numbered")) {
            update.setLong(1, wanted);
            update.setObject(2, report);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getLong(1) - wanted;
            }
        }
    }

    private static void copy(UUID report, Integer part, long before, FindingSpool spool, Connection connection)
            throws SQLException, IOException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        String end = "\t" + (part == null ? "\\N" : part) + "\n";
        long[] number = {before};
        try (PGCopyOutputStream out =
                new PGCopyOutputStream(postgres, "copy finding (" + OF_LINES + ") from stdin", BUFFER)) {
            spool.read(row -> {
                number[0]++;
                out.write((report + "\t" + number[0] + "\t" + row + end).getBytes(StandardCharsets.UTF_8));
            });
        }
    }

    private static void count(UUID report, List<FindingCount> counts, Connection connection) throws SQLException {
        String sql = """
                insert into finding_count (report, rule, severity, findings, stored, lines, amount)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (report, rule, severity) do update set
                    findings = finding_count.findings + excluded.findings,
                    stored = finding_count.stored + excluded.stored,
                    lines = finding_count.lines + excluded.lines,
                    amount = finding_count.amount + excluded.amount""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (FindingCount count : counts) {
                insert.setObject(1, report);
                insert.setString(2, count.rule());
                insert.setString(3, count.severity().code());
                insert.setLong(4, count.findings());
                insert.setLong(5, count.stored());
                insert.setLong(6, count.lines());
                insert.setBigDecimal(7, count.amountUsd().value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void remove(UUID report, List<Finding> findings, Connection connection) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from finding where report = ? and position = any (?)")) {
            delete.setObject(1, report);
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", findings.stream().map(Finding::number).toArray()));
            delete.executeUpdate();
        }
    }

    private static void insert(UUID report, List<Finding> findings, Connection connection) throws SQLException {
        long number = takeNumbers(report, findings.size(), connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into finding (" + OF_THE_WHOLE + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Finding finding : findings) {
                number++;
                FindingRow.write(report, number, finding, insert);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** For rules that find nothing on lines. */
    private static void recount(UUID report, Collection<String> rules, Connection connection) throws SQLException {
        String delete = "delete from finding_count where report = ? and rule = any (?)";
        String insert = """
                insert into finding_count (report, rule, severity, findings, stored, lines, amount)
                select report, rule, severity, count(*), count(*), 0, 0 from finding
                where report = ? and rule = any (?) group by report, rule, severity""";
        for (String sql : List.of(delete, insert)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, report);
                statement.setArray(2, connection.createArrayOf("text", rules.toArray()));
                statement.executeUpdate();
            }
        }
    }
}

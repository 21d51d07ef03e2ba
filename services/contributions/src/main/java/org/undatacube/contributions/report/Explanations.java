package org.undatacube.contributions.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.submission.Severity;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.validation.RuleBook;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Page;
import org.undatacube.http.Problem;

/** What entities say to the warnings of their submissions. Nothing that was said is ever taken away. */
@ApplicationScoped
public class Explanations {
    private final DataSource dataSource;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;
    private final RuleBook rules;

    Explanations(DataSource dataSource, Caller caller, Clock clock, AuditTrail trail, RuleBook rules) {
        this.dataSource = dataSource;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
        this.rules = rules;
    }

    /**
     * @param number what is said later has a greater one
     * @param finding the finding's number; null where it is said to all warnings of the rule
     */
    @Schema(name = "SaidExplanation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            @JsonIgnore long number,
            String rule,
            @Schema(nullable = true) Long finding,
            String text,
            String by,
            Instant at) {}

    /**
     * Explains one warning.
     *
     * @throws Problem (404) where there is no such finding, (400) where it is no warning, and as for all changes
     */
    @Transactional
    Submission explain(UUID id, long finding, String text, String ifMatch) {
        Submission submission = take(id, ifMatch);
        record(submission, ruleOfWarning(submission, finding), finding, text);
        return submission;
    }

    /**
     * Explains all warnings of a rule at once.
     *
     * @throws Problem (404) where the rule warns of nothing, and as for all changes
     */
    @Transactional
    Submission explainAll(UUID id, String rule, String text, String ifMatch) {
        Submission submission = take(id, ifMatch);
        if (!warns(submission.id, rule)) {
            throw Problem.notFound("The rule warns of nothing in this submission.")
                    .with("submission", id);
        }
        record(submission, rule, null, text);
        return submission;
    }

    /**
     * To be called before a submission is certified.
     *
     * @throws Problem (409) where a rule wants its warnings explained, as it was set when they were found
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireComplete(Submission submission) {
        Map<String, Long> unexplained = unexplained(
                submission.id,
                rules.ofVersion(submission.rulesVersion).explanationRequired(submission.year, submission.flow));
        if (!unexplained.isEmpty()) {
            throw new Problem(
                            ContributionProblem.UNEXPLAINED_WARNINGS,
                            "Warnings of " + String.join(", ", unexplained.keySet())
                                    + " must be explained before the submission is certified.")
                    .with("submission", submission.id)
                    .with("unexplained", unexplained);
        }
    }

    /** Some of all that was ever said, oldest first. */
    @Transactional
    Page<Said> of(UUID submission, Page.Asked asked) {
        List<Said> said = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from explanation where submission = ? and id > ? order by id limit ?")) {
            select.setObject(1, submission);
            select.setLong(2, asked.after());
            select.setInt(3, asked.most());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    said.add(new Said(
                            row.getLong("id"),
                            row.getString("rule"),
                            row.getObject("finding", Long.class),
                            row.getString("text"),
                            row.getString("written_by"),
                            row.getObject("written_at", OffsetDateTime.class).toInstant()));
                }
            }
        } catch (SQLException e) {
            throw unreadable(submission, e);
        }
        return asked.of(said, Said::number);
    }

    private Submission take(UUID id, String ifMatch) {
        Submission submission = Submission.lock(id);
        submission.requireVisibleTo(caller);
        caller.requireActsFor(submission.entity);
        if (caller.isSecretariat() && submission.preparers.stream().noneMatch(Submission.Preparer::secretariat)) {
            throw new Problem(
                            CommonProblem.FORBIDDEN,
                            "The figures are " + submission.entity + "'s own: " + submission.entity + " explains them.")
                    .with("entity", submission.entity);
        }
        submission.tag().requireSeen(ifMatch, "The submission");
        submission.explain();
        return submission;
    }

    private void record(Submission submission, String rule, Long finding, String text) {
        String sql = """
                insert into explanation (submission, rule, finding, text, written_by, written_at)
                values (?, ?, ?, ?, ?, ?)""";
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, submission.id);
            insert.setString(2, rule);
            insert.setObject(3, finding, Types.BIGINT);
            insert.setString(4, text);
            insert.setString(5, caller.name());
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The explanation could not be written", e);
        }
        trail.record(
                caller.name(),
                AuditEvent.of(Action.EXPLAINED, submission.auditSubject())
                        .with("rule", rule)
                        .with("finding", finding)
                        .with("text", text));
    }

    private String ruleOfWarning(Submission submission, long finding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select rule, severity from finding where report = ? and position = ?")) {
            select.setObject(1, submission.id);
            select.setLong(2, finding);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("The submission has no finding " + finding + ".");
                }
                if (Severity.of(row.getString("severity")) != Severity.WARN) {
                    throw new Problem(CommonProblem.BAD_REQUEST, "Only warnings are explained; this is a note.");
                }
                return row.getString("rule");
            }
        } catch (SQLException e) {
            throw unreadable(submission.id, e);
        }
    }

    private boolean warns(UUID submission, String rule) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select from finding_count"
                        + " where report = ? and rule = ? and severity = 'warn' and findings > 0")) {
            select.setObject(1, submission);
            select.setString(2, rule);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw unreadable(submission, e);
        }
    }

    /** How many warnings of some rules nothing is said to. */
    private Map<String, Long> unexplained(UUID submission, Collection<String> among) {
        String sql = """
                select * from (
                    select rule, findings - (
                        select count(*) from finding where report = counted.report and rule = counted.rule
                            and severity = 'warn' and exists (select from explanation
                                where submission = finding.report and explanation.finding = finding.position)) open
                    from finding_count counted
                    where report = ? and severity = 'warn' and rule = any (?)
                        and not exists (select from explanation where submission = counted.report
                            and rule = counted.rule and finding is null)) unexplained
                where open > 0 order by rule""";
        Map<String, Long> unexplained = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, submission);
            select.setArray(2, connection.createArrayOf("text", among.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    unexplained.put(row.getString("rule"), row.getLong("open"));
                }
            }
        } catch (SQLException e) {
            throw unreadable(submission, e);
        }
        return unexplained;
    }

    private static IllegalStateException unreadable(UUID submission, SQLException e) {
        return new IllegalStateException("What is said to " + submission + " could not be read", e);
    }
}

package org.undatacube.contributions.submission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.undatacube.http.Page;

/** What came in at once. It never changes, whatever becomes of its lines. */
@Entity
@Table(name = "submission_part")
public class SubmissionPart extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public UUID submission;

    /** From 1; findings count rows within it. */
    public int number;

    @Column(name = "received_at")
    public Instant receivedAt;

    /** The key that sent it. */
    @Column(name = "received_by")
    public String receivedBy;

    @Column(name = "rules_version")
    public String rulesVersion;

    /** Version of each code list that its lines were judged by. */
    @Column(name = "lists_version")
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> listsVersion;

    @Column(name = "kept_lines")
    public long keptLines;

    /** In United States dollars. */
    @Column(name = "kept_amount")
    public Amount keptAmount;

    @Column(name = "refused_lines")
    public long refusedLines;

    /** In United States dollars, of those refused lines whose amount could be read. */
    @Column(name = "refused_amount")
    public Amount refusedAmount;

    @Column(name = "refused_without_amount")
    public long refusedWithoutAmount;

    /** In which refused lines are given back. */
    public String[] columns;

    /** Some of what came in, in order; submissions from before there were parts have none. */
    static Page<SubmissionPart> page(UUID submission, Page.Asked asked) {
        // no part has a larger number, whatever the cursor says
        int after = (int) Math.min(asked.after(), Integer.MAX_VALUE);
        List<SubmissionPart> found = SubmissionPart.<SubmissionPart>find(
                        "submission = ?1 and number > ?2 order by number", submission, after)
                .range(0, asked.limit())
                .list();
        return asked.of(found, part -> part.number);
    }

    /** The number of the next part of a submission that nobody else changes. */
    public static int next(UUID submission) {
        return of(submission).stream().mapToInt(part -> part.number).max().orElse(0) + 1;
    }

    /** All that came in, in order; submissions from before there were parts have none. */
    static List<SubmissionPart> of(UUID submission) {
        return list("submission = ?1 order by number", submission);
    }

    static Optional<SubmissionPart> find(UUID submission, int number) {
        return find("submission = ?1 and number = ?2", submission, number).firstResultOptional();
    }
}

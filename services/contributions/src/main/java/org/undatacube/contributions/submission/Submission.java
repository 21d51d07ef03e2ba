package org.undatacube.contributions.submission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** What one entity reports for one year and flow. Its lines are not held here: see {@link LineStore}. */
@Entity
@Table(name = "submission")
public class Submission extends PanacheEntityBase {
    @Id
    public UUID id;

    public String entity;
    public int year;
    public Flow flow;
    public Status status;

    /** The audited total in United States dollars; null where the one in force at publication stays. */
    @Column(name = "control_total")
    public Amount controlTotal;

    public Replaces replaces;

    /** Where the figures come from, in the preparer's words; may be null. */
    public String source;

    /** The key that sent it. */
    @Column(name = "prepared_by")
    public String preparedBy;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "rules_version")
    public String rulesVersion;

    /** Version of each code list that it was judged by. */
    @Column(name = "lists_version")
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> listsVersion;

    public long warnings;
    public long notes;

    @OneToMany(mappedBy = "submission")
    @OrderBy("position")
    public List<Breakdown> breakdowns = new ArrayList<>();

    /** @throws Problem (404) where there is none */
    public static Submission require(UUID id) {
        return Submission.<Submission>findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    public static Problem unknown(UUID id) {
        return Problem.notFound("There is no submission " + id + ".").with("submission", id);
    }

    /** The control total to publish it with, given the one in force. */
    public Optional<Amount> controlTotalOver(Optional<Amount> inForce) {
        return Optional.ofNullable(controlTotal).or(() -> inForce).or(() -> Breakdown.commonTotal(breakdowns));
    }
}

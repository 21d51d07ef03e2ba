package org.undatacube.contributions.publication;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Amount;

/** What an entity's year and flow consist of from an edition on, until a later edition says otherwise. */
@Entity
@Table(name = "edition_publication")
public class EditionPublication extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public long edition;

    /** The submission that changed it last. */
    public UUID submission;

    public String entity;
    public int year;
    public Flow flow;

    @Column(name = "control_total")
    public Amount controlTotal;

    @ElementCollection
    @CollectionTable(name = "edition_breakdown", joinColumns = @JoinColumn(name = "publication"))
    @OrderBy("breakdown")
    public List<Member> breakdowns = new ArrayList<>();

    /** @param carried whether an earlier edition published it already */
    @Embeddable
    public record Member(long breakdown, boolean carried) {}

    /** What is published now. */
    public static Optional<EditionPublication> inForce(String entity, int year, Flow flow) {
        return EditionPublication.<EditionPublication>find(
                        "entity = ?1 and year = ?2 and flow = ?3 order by edition desc", entity, year, flow)
                .firstResultOptional();
    }

    /** The control total of what is published now. */
    public static Optional<Amount> controlTotal(String entity, int year, Flow flow) {
        return inForce(entity, year, flow).map(publication -> publication.controlTotal);
    }
}

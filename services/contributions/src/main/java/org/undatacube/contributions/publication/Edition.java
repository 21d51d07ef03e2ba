package org.undatacube.contributions.publication;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ListIndexBase;
import org.undatacube.http.Problem;

/** A state of all that is published. */
@Entity
@Table(name = "edition")
public class Edition extends PanacheEntityBase {
    /** From 1, without gaps. */
    @Id
    public long number;

    /** Later than that of every edition before. */
    @Column(name = "published_at")
    public Instant publishedAt;

    /** May be null. */
    public String title;

    /** The key that published it. */
    @Column(name = "published_by")
    public String publishedBy;

    /** What it published, in the order in which that took effect. */
    @ElementCollection
    @CollectionTable(name = "edition_submission", joinColumns = @JoinColumn(name = "edition"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    @Column(name = "submission")
    public List<UUID> submissions = new ArrayList<>();

    /** @throws Problem (404) where there is none */
    static Edition require(long number) {
        return Edition.<Edition>findByIdOptional(number)
                .orElseThrow(() -> Problem.notFound("There is no edition " + number + "."));
    }
}

package org.undatacube.contributions.submission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;

/** A set of lines that give the same dimensions and together make up the submission's total once. */
@Entity
@Table(name = "breakdown")
public class Breakdown extends PanacheEntityBase {
    @Id
    public long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "submission")
    public Submission submission;

    /** Its place among the submission's breakdowns, from 1. */
    public int position;

    @Column(name = "dimensions")
    String[] dimensionCodes;

    public long lines;

    /** Sum of its lines in United States dollars. */
    public Amount total;

    public DimensionSet dimensions() {
        return DimensionSet.of(Stream.of(dimensionCodes).map(Dimension::of).toList());
    }

    public void giveDimensions(DimensionSet dimensions) {
        dimensionCodes = dimensions.inOrder().stream().map(Dimension::code).toArray(String[]::new);
    }

    /** The total that all of them have, where they all have the same. */
    static Optional<Amount> commonTotal(Collection<Breakdown> breakdowns) {
        return breakdowns.stream()
                .map(breakdown -> breakdown.total)
                .findFirst()
                .filter(first -> breakdowns.stream().allMatch(breakdown -> breakdown.total.isSameMoney(first)));
    }
}

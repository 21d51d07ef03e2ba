package org.undatacube.codelists;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An unordered set of dimensions: what a breakdown gives, or what a question uses. */
public record DimensionSet(Set<Dimension> dimensions) {

    public DimensionSet {
        // kept in the enum's order whatever the caller's, so that equal sets read alike everywhere
        dimensions = Collections.unmodifiableSet(
                dimensions.isEmpty() ? EnumSet.noneOf(Dimension.class) : EnumSet.copyOf(dimensions));
    }

    public static DimensionSet of(Dimension... dimensions) {
        return new DimensionSet(Set.of(dimensions));
    }

    @JsonCreator
    public static DimensionSet of(Collection<Dimension> dimensions) {
        return new DimensionSet(Set.copyOf(dimensions));
    }

    public boolean containsAll(DimensionSet other) {
        return dimensions.containsAll(other.dimensions);
    }

    public int size() {
        return dimensions.size();
    }

    @JsonValue
    public List<Dimension> inOrder() {
        return List.copyOf(dimensions);
    }
}

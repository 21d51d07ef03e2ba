package org.undatacube.aggregation.query;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.cube.Structure;

/** How the figures are looked at, whichever they are. */
public record View(Structure structure, Consolidation consolidation, Rounding rounding) {
    public static final View PLAIN = new View(Structure.THEN, Consolidation.GROSS, Rounding.EXACT);

    /** What becomes of transfers from one UN entity to another, which both of them count. */
    public enum Consolidation {
        /** Counted wherever reported, as the official tables do. */
        GROSS,
        /** Only the transfers: what {@link #NET} leaves out. */
        ELIMINATED,
        /** Without the transfers. */
        NET;

        /**
         * The types of contributor that mark a transfer within the system: UN organisations (C04C) and UN inter-agency
         * pooled funds (C04D), from the standard on contributors.
         */
        public static final Set<String> TRANSFERRING = Set.of("C04C", "C04D");

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param decimals to how many decimals amounts are rounded in the answer; empty for all that there are
     * @param additive whether the rounded parts add up to their rounded total, at the price of some that are rounded the
     *     other way; otherwise each is rounded by itself, half to even
     */
    public record Rounding(Optional<Integer> decimals, boolean additive) {
        public static final Rounding EXACT = new Rounding(Optional.empty(), false);
    }
}

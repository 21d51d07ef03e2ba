package org.undatacube.aggregation.cube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Dimension;

/**
 * Under which keys lines are shown, by their code and year: under the members of a level, or the groups of a hierarchy. A
 * code that is in no stay of a year is shown under {@link #otherwise}, or under itself where there is none.
 *
 * <p>Kept by the members that made it, so that what is computed from it can be kept by its identity.
 */
public final class Projection {
    private final Dimension dimension;
    private final List<Stay> stays;
    private final Optional<String> otherwise;
    private final Map<String, List<Stay>> byCode = new HashMap<>();
    private final boolean overlaps;

    /** That lines of a code are shown under a key in some years. No two stays of a code and key share a year. */
    public record Stay(String code, YearRange years, String key) {}

    Projection(Dimension dimension, List<Stay> stays, Optional<String> otherwise) {
        this.dimension = dimension;
        this.stays = List.copyOf(stays);
        this.otherwise = otherwise;
        stays.forEach(stay ->
                byCode.computeIfAbsent(stay.code(), code -> new ArrayList<>()).add(stay));
        this.overlaps = byCode.values().stream().anyMatch(Projection::overlap);
    }

    public Dimension dimension() {
        return dimension;
    }

    public List<Stay> stays() {
        return stays;
    }

    /** The key of lines that are in no stay; empty where they are shown under their own code. */
    public Optional<String> otherwise() {
        return otherwise;
    }

    /** At least one; several where groups overlap. */
    public List<String> keysOf(String code, int year) {
        List<String> keys = byCode.getOrDefault(code, List.of()).stream()
                .filter(stay -> stay.years().contains(year))
                .map(Stay::key)
                .toList();
        return keys.isEmpty() ? List.of(otherwise.orElse(code)) : keys;
    }

    /** The lines that are shown under one of some keys. */
    public Selection under(Collection<String> keys) {
        boolean withOthers = otherwise.filter(keys::contains).isPresent();
        Map<String, List<YearRange>> selected = new HashMap<>();
        byCode.forEach((code, its) -> {
            List<YearRange> inside =
                    years(its.stream().filter(stay -> keys.contains(stay.key())).toList());
            // where lines of no stay are meant, those are named that are under other keys alone
            selected.put(code, withOthers ? YearRange.without(years(its), inside) : inside);
        });
        if (otherwise.isEmpty()) {
            for (String code : keys) {
                List<YearRange> own =
                        YearRange.without(List.of(YearRange.ALWAYS), years(byCode.getOrDefault(code, List.of())));
                selected.merge(code, own, YearRange::both);
            }
        }
        selected.values().removeIf(List::isEmpty);
        return new Selection(dimension, selected, withOthers);
    }

    private static List<YearRange> years(List<Stay> stays) {
        return YearRange.union(stays.stream().map(Stay::years).toList());
    }

    /** Whether a line can be under two keys, so that the keys' figures do not add up to the whole. */
    public boolean overlaps() {
        return overlaps;
    }

    private static boolean overlap(List<Stay> ofOneCode) {
        return ofOneCode.stream()
                .anyMatch(stay -> ofOneCode.stream()
                        .anyMatch(other ->
                                !other.key().equals(stay.key()) && other.years().sharesAYearWith(stay.years())));
    }
}

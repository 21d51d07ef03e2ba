package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.undatacube.aggregation.answer.oracle.Asked.Cut;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;

/** What stands in the edition that a question is asked of, and what of it answers. */
final class Standing {
    private final Asked asked;
    private final Codes codes;
    final Set<Dimension> needed;
    /** Within the cuts of entity, whatever the years. */
    final List<Publication> ofAnyYear = new ArrayList<>();

    Standing(Asked asked, Material material, Codes codes) {
        this.asked = asked;
        this.codes = codes;
        this.needed = needed(asked);
        Map<String, Publication> inForce = new TreeMap<>();
        for (EditionChange change : material.changes()) {
            if (change.edition() <= asked.edition()) {
                for (Publication publication : change.publications()) {
                    if (publication.flow() == asked.cube()) {
                        inForce.put(publication.entity() + " " + publication.year(), publication);
                    }
                }
            }
        }
        for (Publication publication : inForce.values()) {
            if (!publication.breakdowns().isEmpty() && isOfEntitiesAskedFor(publication)) {
                ofAnyYear.add(publication);
            }
        }
    }

    private static Set<Dimension> needed(Asked asked) {
        Set<Dimension> needed = EnumSet.noneOf(Dimension.class);
        for (String drilldown : asked.drilldowns()) {
            if (!drilldown.equals("year")) {
                needed.add(Codes.dimensionOf(drilldown));
            }
        }
        for (Cut cut : asked.cuts()) {
            if (cut.dimension() != null) {
                needed.add(cut.dimension());
            }
        }
        for (String measure : asked.measures()) {
            if (measure.startsWith("distinct.")) {
                needed.add(Codes.dimensionOf(measure.substring("distinct.".length())));
            }
        }
        if (!asked.consolidation().equals("gross")) {
            needed.add(Dimension.CONTRIBUTOR);
        }
        needed.remove(Dimension.ENTITY);
        return needed;
    }

    /** Also where only a part of the entity is meant, whose lines it reports among its own. */
    private boolean isOfEntitiesAskedFor(Publication publication) {
        Set<String> parts = new HashSet<>(Set.of(publication.entity()));
        for (Code code : codes.list(Dimension.ENTITY).codes()) {
            if (codes.ancestry(Dimension.ENTITY, code.code()).contains(publication.entity())) {
                parts.add(code.code());
            }
        }
        for (String part : parts) {
            boolean all = true;
            for (Cut cut : asked.cuts()) {
                all &= cut.dimension() != Dimension.ENTITY || allows(cut, part, publication.year());
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    boolean allows(Cut cut, String code, int year) {
        return isNamed(cut, code, year) != cut.not();
    }

    private boolean isNamed(Cut cut, String code, int year) {
        if (cut.dimension() == null) {
            return cut.values().contains(Integer.toString(year));
        }
        if (cut.hierarchy() != null) {
            return codes.groups(cut.dimension(), cut.hierarchy(), code, year).stream()
                    .anyMatch(cut.values()::contains);
        }
        if (codes.list(cut.dimension()).find(code).isEmpty()) {
            return false;
        }
        List<String> stands = codes.recastAncestry(cut.dimension(), code);
        for (String value : cut.values()) {
            String meant = codes.recast(cut.dimension(), value);
            if (cut.only() ? stands.get(0).equals(meant) : stands.contains(meant)) {
                return true;
            }
        }
        return false;
    }

    boolean isOfYearsAskedFor(int year) {
        return asked.cuts().stream().allMatch(cut -> cut.dimension() != null || allows(cut, null, year));
    }

    /** Within the cuts of entity and year. */
    List<Publication> reporting() {
        return ofAnyYear.stream()
                .filter(publication -> isOfYearsAskedFor(publication.year()))
                .toList();
    }

    PublishedBreakdown best(Publication publication) {
        return best(publication, needed);
    }

    static PublishedBreakdown best(Publication publication, Set<Dimension> needed) {
        return publication.breakdowns().stream()
                .filter(candidate -> candidate.dimensions().dimensions().containsAll(needed))
                .min(Comparator.comparing(candidate -> rank(candidate, publication)))
                .orElse(null);
    }

    /** Text that sorts as breakdowns are preferred. */
    private static String rank(PublishedBreakdown breakdown, Publication publication) {
        BigDecimal difference = publication.controlTotal().subtract(breakdown.total());
        boolean ties = difference.abs().compareTo(BigDecimal.ONE) <= 0;
        StringBuilder dimensions = new StringBuilder();
        for (Dimension dimension : Dimension.values()) {
            if (breakdown.dimensions().dimensions().contains(dimension)) {
                dimensions.append(List.of(Dimension.values()).indexOf(dimension));
            }
        }
        return (ties ? "0" : "1") + dimensions.length() + dimensions;
    }
}

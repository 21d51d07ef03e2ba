package org.undatacube.contributions.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.Preference;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.publication.Impact.BreakdownChange;
import org.undatacube.contributions.publication.Impact.Change;
import org.undatacube.contributions.publication.Impact.CoverageChange;
import org.undatacube.contributions.publication.Impact.DimensionChange;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.Submission;

/** Works out what publishing a submission would change, by the very steps by which it is published. */
@ApplicationScoped
class ImpactPreview {
    /** As in the cubes, which answer from what is published. */
    private static final Preference PREFERENCE = new Preference(BigDecimal.ONE);

    private final MemberMoves moves;

    ImpactPreview(MemberMoves moves) {
        this.moves = moves;
    }

    /** What is in force at a moment; null where there is nothing. */
    private record State(Map<DimensionSet, Breakdown> breakdowns, Amount controlTotal, Publication publication) {
        static State of(Holding holding, Holding.Key key) {
            Map<DimensionSet, Breakdown> breakdowns = holding.breakdowns();
            Optional<Amount> controlTotal = holding.controlTotal();
            return new State(
                    breakdowns,
                    controlTotal.orElse(null),
                    publication(key, breakdowns, controlTotal.orElse(Amount.ZERO)));
        }

        boolean answers(DimensionSet dimensions) {
            return breakdowns.keySet().stream().anyMatch(given -> given.containsAll(dimensions));
        }

        /** The breakdown that a question for these dimensions is answered from; null for none. */
        Breakdown answering(Dimension... dimensions) {
            return PREFERENCE
                    .best(publication, DimensionSet.of(dimensions))
                    .map(best -> breakdowns.get(best.dimensions()))
                    .orElse(null);
        }

        private static Publication publication(
                Holding.Key key, Map<DimensionSet, Breakdown> breakdowns, Amount controlTotal) {
            List<PublishedBreakdown> published = breakdowns.values().stream()
                    .map(breakdown -> new PublishedBreakdown(
                            breakdown.id, breakdown.dimensions(), breakdown.lines, breakdown.total.value(), false))
                    .toList();
            return new Publication(null, key.entity(), key.year(), key.flow(), controlTotal.value(), published);
        }
    }

    /**
     * @param top how many moves are given for each dimension
     * @throws org.undatacube.http.Problem (409) where it is published, or was withdrawn
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Impact of(Submission submission, int top) {
        submission.requireToBePublished();
        Holding.Key key = Holding.Key.of(submission);
        Holding holding = Holding.inForce(key);
        State before = State.of(holding, key);
        holding.apply(submission);
        State after = State.of(holding, key);
        return new Impact(
                submission.id,
                submission.version,
                submission.entity,
                submission.year,
                submission.flow,
                Change.of(before.controlTotal(), after.controlTotal()),
                Change.of(total(before.answering()), total(after.answering())),
                breakdowns(before, after),
                coverage(before, after, submission.flow.dimensions()),
                byDimension(before, after, submission.flow.dimensions(), top));
    }

    private static List<BreakdownChange> breakdowns(State before, State after) {
        Set<DimensionSet> all = new LinkedHashSet<>(before.breakdowns().keySet());
        all.addAll(after.breakdowns().keySet());
        return all.stream()
                .map(dimensions -> BreakdownChange.of(
                        dimensions,
                        before.breakdowns().get(dimensions),
                        after.breakdowns().get(dimensions)))
                .toList();
    }

    private static CoverageChange coverage(State before, State after, List<Dimension> dimensions) {
        return new CoverageChange(
                sets(dimensions, set -> after.answers(set) && !before.answers(set)),
                sets(dimensions, set -> before.answers(set) && !after.answers(set)));
    }

    /** The sets of dimensions of which something holds, the small ones first. */
    private static List<DimensionSet> sets(List<Dimension> dimensions, Predicate<DimensionSet> condition) {
        List<DimensionSet> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << dimensions.size(); bits++) {
            Set<Dimension> set = EnumSet.noneOf(Dimension.class);
            for (int index = 0; index < dimensions.size(); index++) {
                if ((bits >> index & 1) == 1) {
                    set.add(dimensions.get(index));
                }
            }
            sets.add(new DimensionSet(set));
        }
        return sets.stream()
                .filter(condition)
                .sorted(Comparator.comparing(DimensionSet::size))
                .toList();
    }

    private List<DimensionChange> byDimension(State before, State after, List<Dimension> dimensions, int top) {
        List<DimensionChange> changes = new ArrayList<>();
        // every line has an entity, so that the breakdown that gives the total gives the sub-entities
        addChange(Dimension.ENTITY, before.answering(), after.answering(), top, changes);
        for (Dimension dimension : dimensions) {
            addChange(dimension, before.answering(dimension), after.answering(dimension), top, changes);
        }
        return changes;
    }

    private void addChange(
            Dimension dimension, Breakdown before, Breakdown after, int top, List<DimensionChange> changes) {
        Long from = before == null ? null : before.id;
        Long to = after == null ? null : after.id;
        if (!Objects.equals(from, to)) {
            changes.add(moves.between(from, to, dimension, top));
        }
    }

    private static Amount total(Breakdown breakdown) {
        return breakdown == null ? null : breakdown.total;
    }
}

package org.undatacube.aggregation.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.Question;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;

/** Which breakdown answers a question for each entity and year, and for which of them none does. */
public final class BreakdownChoice {
    private final Standing standing;
    private final DimensionSet needed;
    private final BigDecimal tolerance;
    private final Predicate<Publication> chosenFrom;
    private final List<Standing.Pick> picks;
    private final BreakdownChoice withCompared;

    private record Place(String entity, int year) {
        static Place of(Publication publication) {
            return new Place(publication.entity(), publication.year());
        }
    }

    private BreakdownChoice(
            Standing standing, DimensionSet needed, BigDecimal tolerance, Predicate<Publication> chosenFrom) {
        this.standing = standing;
        this.needed = needed;
        this.tolerance = tolerance;
        this.chosenFrom = chosenFrom;
        this.picks = picks(needed);
        this.withCompared = this;
    }

    private BreakdownChoice(Question question, Standing standing, Members members, BigDecimal tolerance) {
        Scope scope = new Scope(question, members);
        this.standing = standing;
        this.needed = question.dimensions();
        this.tolerance = tolerance;
        this.chosenFrom = scope::contains;
        this.picks = picks(needed);
        Set<Integer> compared = question.comparedWith(entitiesByYear().keySet());
        this.withCompared = compared.stream().allMatch(question::isOfYear)
                ? this
                : new BreakdownChoice(standing, needed, tolerance, scope.with(compared));
    }

    private BreakdownChoice(BreakdownChoice all, List<Standing.Pick> some) {
        this.standing = all.standing;
        this.needed = all.needed;
        this.tolerance = all.tolerance;
        this.chosenFrom = all.chosenFrom;
        this.picks = some;
        this.withCompared = this;
    }

    /**
     * @param standing what stands in the edition that the question is asked of
     * @param tolerance by how many dollars a breakdown may differ from the control total and still tie to it
     */
    public static BreakdownChoice of(Question question, Standing standing, Members members, BigDecimal tolerance) {
        return new BreakdownChoice(question, standing, members, tolerance);
    }

    /**
     * The same publications, but answered only where another question is answered too of the same entity and year. It
     * compares with no other years.
     */
    public BreakdownChoice whereAlso(BreakdownChoice other) {
        Set<Place> answered = new HashSet<>();
        for (Standing.Pick pick : other.picks) {
            if (pick.breakdown().isPresent()) {
                answered.add(Place.of(pick.publication()));
            }
        }
        return new BreakdownChoice(
                this,
                picks.stream()
                        .map(pick -> answered.contains(Place.of(pick.publication()))
                                ? pick
                                : new Standing.Pick(pick.publication(), Optional.empty()))
                        .toList());
    }

    /** The choice also of years outside the cuts, with which the question compares those within of which it has figures. */
    public BreakdownChoice withCompared() {
        return withCompared;
    }

    /** The publications that the question is about, each with the breakdown that answers. */
    public List<Standing.Pick> picks() {
        return picks;
    }

    /** The last edition that changed anything of what the question is about; 0 where none did. */
    public long lastChange() {
        return standing.lastChange(chosenFrom);
    }

    /** The breakdowns to add up: at most one of any entity and year. */
    public List<Long> breakdowns() {
        List<Long> breakdowns = new ArrayList<>(picks.size());
        for (Standing.Pick pick : picks) {
            pick.breakdown().ifPresent(chosen -> breakdowns.add(chosen.breakdown()));
        }
        return breakdowns;
    }

    /** Those of {@link #breakdowns} that are of some years. */
    public List<Long> breakdowns(Collection<Integer> years) {
        List<Long> breakdowns = new ArrayList<>();
        for (Standing.Pick pick : picks) {
            if (years.contains(pick.publication().year())) {
                pick.breakdown().ifPresent(chosen -> breakdowns.add(chosen.breakdown()));
            }
        }
        return breakdowns;
    }

    /** By year the entities that are covered; a year in which none is covered is not there. */
    public Map<Integer, Set<String>> entitiesByYear() {
        Map<Integer, Set<String>> entities = new HashMap<>();
        for (Standing.Pick pick : picks) {
            if (pick.breakdown().isPresent()) {
                entities.computeIfAbsent(pick.publication().year(), year -> new HashSet<>())
                        .add(pick.publication().entity());
            }
        }
        return entities;
    }

    /** @param withGaps whether it says what is not covered */
    public Coverage coverage(boolean withGaps) {
        BigDecimal reported = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        int entityYearsCovered = 0;
        Set<String> entitiesReporting = new HashSet<>();
        Set<String> entitiesCovered = new HashSet<>();
        List<Gap> gaps = withGaps ? new ArrayList<>() : null;
        for (Standing.Pick pick : picks) {
            Publication publication = pick.publication();
            reported = reported.add(publication.controlTotal());
            entitiesReporting.add(publication.entity());
            if (pick.breakdown().isPresent()) {
                covered = covered.add(pick.breakdown().get().total());
                entitiesCovered.add(publication.entity());
                entityYearsCovered++;
            } else if (withGaps) {
                gaps.add(Gap.of(publication, needed));
            }
        }
        return new Coverage(
                entitiesReporting.size(),
                entitiesCovered.size(),
                picks.size(),
                entityYearsCovered,
                new Usd(reported),
                new Usd(covered),
                new Usd(reported.subtract(covered)),
                gaps);
    }

    /** Why nothing at all can be answered; empty where something can. */
    public Optional<String> whyNothing() {
        if (picks.isEmpty()) {
            return Optional.of("Nothing is published for the entities and years of this question.");
        }
        return isCovered()
                ? Optional.empty()
                : Optional.of("No published breakdown of these entities and years gives " + Gap.together(needed) + ".");
    }

    /** What stands in the way where something is published but no breakdown of it can answer. */
    public Optional<Obstacle> obstacle() {
        return picks.isEmpty() || isCovered()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        needed,
                        largestParts().stream()
                                .map(this::answerable)
                                .sorted(Comparator.comparing(
                                        part -> part.amount().amount(), Comparator.reverseOrder()))
                                .toList()));
    }

    private boolean isCovered() {
        return picks.stream().anyMatch(pick -> pick.breakdown().isPresent());
    }

    /** The parts of the needed dimensions that breakdowns give, but none that is within another. */
    private List<DimensionSet> largestParts() {
        Set<DimensionSet> parts = new LinkedHashSet<>();
        for (Standing.Pick pick : picks) {
            for (PublishedBreakdown breakdown : pick.publication().breakdowns()) {
                Set<Dimension> part = new HashSet<>(needed.dimensions());
                part.retainAll(breakdown.dimensions().dimensions());
                parts.add(new DimensionSet(part));
            }
        }
        return parts.stream()
                .filter(part -> parts.stream().noneMatch(other -> !other.equals(part) && other.containsAll(part)))
                .toList();
    }

    private Obstacle.Answerable answerable(DimensionSet part) {
        List<PublishedBreakdown> answering =
                picks(part).stream().flatMap(pick -> pick.breakdown().stream()).toList();
        BigDecimal amount = answering.stream().map(PublishedBreakdown::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Obstacle.Answerable(part, answering.size(), new Usd(amount));
    }

    private List<Standing.Pick> picks(DimensionSet dimensions) {
        List<Standing.Pick> its = new ArrayList<>();
        for (Standing.Pick pick : standing.picks(dimensions, tolerance)) {
            if (chosenFrom.test(pick.publication())) {
                its.add(pick);
            }
        }
        return its;
    }
}

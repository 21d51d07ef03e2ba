package org.undatacube.aggregation.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.Question;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.Preference;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;

/** Which breakdown answers a question for each entity and year, and for which of them none does. */
public final class BreakdownChoice {
    private final DimensionSet needed;
    private final Preference preference;
    private final List<Publication> reporting;
    private final List<Publication> reportingInAnyYear;
    private final Map<Publication, PublishedBreakdown> chosen = new LinkedHashMap<>();

    /** @param reporting those of {@code inAnyYear} that the choice is about */
    private BreakdownChoice(
            DimensionSet needed, Preference preference, List<Publication> reporting, List<Publication> inAnyYear) {
        this.needed = needed;
        this.preference = preference;
        this.reporting = reporting;
        this.reportingInAnyYear = inAnyYear;
        for (Publication publication : reporting) {
            preference.best(publication, needed).ifPresent(breakdown -> chosen.put(publication, breakdown));
        }
    }

    /**
     * @param published what stands in the edition that the question is asked of
     * @param tolerance by how many dollars a breakdown may differ from the control total and still tie to it
     */
    public static BreakdownChoice of(
            Question question, List<Publication> published, Members members, BigDecimal tolerance) {
        Scope scope = new Scope(question, members);
        List<Publication> inAnyYear =
                published.stream().filter(scope::containsInAnyYear).toList();
        return new BreakdownChoice(
                question.dimensions(),
                new Preference(tolerance),
                inAnyYear.stream().filter(scope::contains).toList(),
                inAnyYear);
    }

    /** The choice for the same question without its cuts of years. */
    public BreakdownChoice ofAllYears() {
        return new BreakdownChoice(needed, preference, reportingInAnyYear, reportingInAnyYear);
    }

    /** The breakdowns to add up: at most one of any entity and year. */
    public List<Long> breakdowns() {
        return chosen.values().stream().map(PublishedBreakdown::breakdown).toList();
    }

    /** Those of {@link #breakdowns} that are of some years. */
    public List<Long> breakdowns(Collection<Integer> years) {
        return chosen.entrySet().stream()
                .filter(choice -> years.contains(choice.getKey().year()))
                .map(choice -> choice.getValue().breakdown())
                .toList();
    }

    /** By year the entities that are covered; a year in which none is covered is not there. */
    public Map<Integer, Set<String>> entitiesByYear() {
        return chosen.keySet().stream()
                .collect(Collectors.groupingBy(
                        Publication::year, Collectors.mapping(Publication::entity, Collectors.toSet())));
    }

    public Coverage coverage() {
        Usd reported = sum(reporting.stream().map(Publication::controlTotal));
        Usd covered = sum(chosen.values().stream().map(PublishedBreakdown::total));
        return new Coverage(
                entities(reporting),
                entities(chosen.keySet()),
                reporting.size(),
                chosen.size(),
                reported,
                covered,
                reported.minus(covered),
                reporting.stream()
                        .filter(publication -> !chosen.containsKey(publication))
                        .map(this::gap)
                        .toList());
    }

    /** Why nothing at all can be answered; empty where something can. */
    public Optional<String> whyNothing() {
        if (reporting.isEmpty()) {
            return Optional.of("Nothing is published for the entities and years of this question.");
        }
        return chosen.isEmpty()
                ? Optional.of("No published breakdown of these entities and years gives " + together(needed) + ".")
                : Optional.empty();
    }

    /** What stands in the way where something is published but no breakdown of it can answer. */
    public Optional<Obstacle> obstacle() {
        return reporting.isEmpty() || !chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        needed,
                        largestParts().stream()
                                .map(this::answerable)
                                .sorted(Comparator.comparing(
                                        part -> part.amount().amount(), Comparator.reverseOrder()))
                                .toList()));
    }

    /** The parts of the needed dimensions that breakdowns give, but none that is within another. */
    private List<DimensionSet> largestParts() {
        Set<DimensionSet> parts = new LinkedHashSet<>();
        for (Publication publication : reporting) {
            for (PublishedBreakdown breakdown : publication.breakdowns()) {
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
        Map<Publication, PublishedBreakdown> answering =
                new BreakdownChoice(part, preference, reporting, reporting).chosen;
        return new Obstacle.Answerable(
                part, answering.size(), sum(answering.values().stream().map(PublishedBreakdown::total)));
    }

    private Gap gap(Publication publication) {
        String published = publication.breakdowns().stream()
                .map(breakdown -> breakdown.dimensions().size() == 0 ? "a total" : words(breakdown.dimensions()))
                .distinct()
                .collect(Collectors.joining("; "));
        return new Gap(
                publication.entity(),
                publication.year(),
                "no published breakdown of " + publication.entity() + " " + publication.year() + " gives "
                        + together(needed) + " (published: " + published + ")",
                new Usd(publication.controlTotal()));
    }

    private static String together(DimensionSet dimensions) {
        return dimensions.size() > 1 ? words(dimensions) + " together" : words(dimensions);
    }

    private static String words(DimensionSet dimensions) {
        List<String> words = new ArrayList<>(
                dimensions.inOrder().stream().map(Dimension::code).toList());
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? last : String.join(", ", words) + " and " + last;
    }

    private static int entities(Collection<Publication> publications) {
        return (int) publications.stream().map(Publication::entity).distinct().count();
    }

    private static Usd sum(Stream<BigDecimal> amounts) {
        return amounts.map(Usd::new).reduce(Usd.ZERO, Usd::plus);
    }
}

package org.undatacube.aggregation.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Publication> reporting;
    private final Map<Publication, PublishedBreakdown> chosen = new LinkedHashMap<>();

    private BreakdownChoice(DimensionSet needed, List<Publication> reporting) {
        this.needed = needed;
        this.reporting = reporting;
    }

    /**
     * @param published what stands in the edition that the question is asked of
     * @param tolerance by how many dollars a breakdown may differ from the control total and still tie to it
     */
    public static BreakdownChoice of(
            Question question, List<Publication> published, Members members, BigDecimal tolerance) {
        Scope scope = new Scope(question, members);
        BreakdownChoice choice = new BreakdownChoice(
                question.dimensions(),
                published.stream().filter(scope::contains).toList());
        Preference preference = new Preference(tolerance);
        for (Publication publication : choice.reporting) {
            preference
                    .best(publication, choice.needed)
                    .ifPresent(breakdown -> choice.chosen.put(publication, breakdown));
        }
        return choice;
    }

    /** The breakdowns to add up: at most one of any entity and year. */
    public List<Long> breakdowns() {
        return chosen.values().stream().map(PublishedBreakdown::breakdown).toList();
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
    public Optional<String> obstacle() {
        if (reporting.isEmpty()) {
            return Optional.of("Nothing is published for the entities and years of this question.");
        }
        return chosen.isEmpty()
                ? Optional.of("No published breakdown of these entities and years gives " + together(needed) + ".")
                : Optional.empty();
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

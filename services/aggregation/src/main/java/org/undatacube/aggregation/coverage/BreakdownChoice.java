package org.undatacube.aggregation.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.Question;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.DimensionSet;

/** Which breakdown answers a question for each entity and year, and for which of them none does. */
public final class BreakdownChoice {
    private final DimensionSet needed;
    private final List<Standing.Pick> reporting;

    private BreakdownChoice(DimensionSet needed, List<Standing.Pick> reporting) {
        this.needed = needed;
        this.reporting = reporting;
    }

    /**
     * @param published what stands in the edition that the question is asked of
     * @param tolerance by how many dollars a breakdown may differ from the control total and still tie to it
     */
    public static BreakdownChoice of(Question question, Standing published, Members members, BigDecimal tolerance) {
        Scope scope = new Scope(question, members);
        List<Standing.Pick> reporting = new ArrayList<>();
        for (Standing.Pick pick : published.picks(question.dimensions(), tolerance)) {
            if (scope.contains(pick.publication())) {
                reporting.add(pick);
            }
        }
        return new BreakdownChoice(question.dimensions(), reporting);
    }

    /** The breakdowns to add up: at most one of any entity and year. */
    public List<Long> breakdowns() {
        List<Long> breakdowns = new ArrayList<>(reporting.size());
        for (Standing.Pick pick : reporting) {
            pick.breakdown().ifPresent(chosen -> breakdowns.add(chosen.breakdown()));
        }
        return breakdowns;
    }

    public Coverage coverage() {
        BigDecimal reported = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        int entityYearsCovered = 0;
        Set<String> entitiesReporting = new HashSet<>();
        Set<String> entitiesCovered = new HashSet<>();
        List<Gap> gaps = new ArrayList<>();
        for (Standing.Pick pick : reporting) {
            Publication publication = pick.publication();
            reported = reported.add(publication.controlTotal());
            entitiesReporting.add(publication.entity());
            if (pick.breakdown().isPresent()) {
                covered = covered.add(pick.breakdown().get().total());
                entitiesCovered.add(publication.entity());
                entityYearsCovered++;
            } else {
                gaps.add(pick.gap().orElseThrow());
            }
        }
        return new Coverage(
                entitiesReporting.size(),
                entitiesCovered.size(),
                reporting.size(),
                entityYearsCovered,
                new Usd(reported),
                new Usd(covered),
                new Usd(reported.subtract(covered)),
                gaps);
    }

    /** Why nothing at all can be answered; empty where something can. */
    public Optional<String> obstacle() {
        if (reporting.isEmpty()) {
            return Optional.of("Nothing is published for the entities and years of this question.");
        }
        return reporting.stream().allMatch(pick -> pick.breakdown().isEmpty())
                ? Optional.of("No published breakdown of these entities and years gives " + Gap.together(needed) + ".")
                : Optional.empty();
    }
}

package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;

/** Which of the needed dimensions could be answered together, where all of them cannot. */
final class Obstacle {
    private final Standing standing;

    Obstacle(Standing standing) {
        this.standing = standing;
    }

    Map<String, Object> shown() {
        Set<Set<Dimension>> given = new LinkedHashSet<>();
        for (Publication publication : standing.reporting()) {
            for (PublishedBreakdown breakdown : publication.breakdowns()) {
                Set<Dimension> both = EnumSet.noneOf(Dimension.class);
                both.addAll(breakdown.dimensions().dimensions());
                both.retainAll(standing.needed);
                given.add(both);
            }
        }
        List<Answerable> answerable = new ArrayList<>();
        for (Set<Dimension> some : given) {
            boolean maximal = given.stream().noneMatch(other -> other.size() > some.size() && other.containsAll(some));
            if (maximal) {
                answerable.add(answerable(some));
            }
        }
        answerable.sort(Comparator.comparing(Answerable::amount)
                .reversed()
                .thenComparing(each -> each.dimensions().toString()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("dimensions", codes(standing.needed));
        shown.put("answerable", answerable.stream().map(Answerable::shown).toList());
        return shown;
    }

    private record Answerable(List<String> dimensions, int entityYears, BigDecimal amount) {
        Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("dimensions", dimensions);
            shown.put("entityYears", entityYears);
            shown.put("amount", Figuring.usd(amount));
            return shown;
        }
    }

    private Answerable answerable(Set<Dimension> some) {
        int entityYears = 0;
        BigDecimal amount = BigDecimal.ZERO;
        for (Publication publication : standing.reporting()) {
            PublishedBreakdown best = Standing.best(publication, some);
            if (best != null) {
                entityYears++;
                amount = amount.add(best.total());
            }
        }
        return new Answerable(codes(some), entityYears, amount);
    }

    private static List<String> codes(Set<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::code).toList();
    }
}

package org.undatacube.aggregation.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Flow;

/** All editions and what each of them published. It never changes: a further edition makes a new catalogue. */
public final class Catalogue {
    public static final Catalogue EMPTY = new Catalogue(List.of(), Map.of());

    private static final int MOST_STANDING = 20;

    private final List<Edition> editions;
    private final Map<Place, List<Standing.Published>> history;
    /** Any edition can be asked of, but most questions are of the last. */
    private final Cache<FlowEdition, Standing> standing = Caffeine.newBuilder()
            .maximumSize(MOST_STANDING)
            .executor(Runnable::run)
            .build();

    /** What a publication replaces: an entity's figures of a year and flow. */
    private record Place(Flow flow, String entity, int year) {
        Place(Publication publication) {
            this(publication.flow(), publication.entity(), publication.year());
        }
    }

    private record FlowEdition(Flow flow, long edition) {}

    private Catalogue(List<Edition> editions, Map<Place, List<Standing.Published>> history) {
        this.editions = editions;
        this.history = history;
    }

    /** @throws IllegalArgumentException where the change is not that of the next edition */
    public Catalogue with(EditionChange change) {
        if (change.edition() != current().number() + 1) {
            throw new IllegalArgumentException(
                    "After edition " + current().number() + " comes no edition " + change.edition());
        }
        List<Edition> newEditions = append(editions, Edition.of(change));
        Map<Place, List<Standing.Published>> newHistory = new HashMap<>(history);
        change.publications()
                .forEach(publication -> newHistory.merge(
                        new Place(publication),
                        List.of(new Standing.Published(change.edition(), publication)),
                        (before, added) -> append(before, added.get(0))));
        return new Catalogue(newEditions, newHistory);
    }

    /** Oldest first. */
    public List<Edition> editions() {
        return editions;
    }

    /** The last edition, or {@link Edition#NONE}. */
    public Edition current() {
        return editions.isEmpty() ? Edition.NONE : editions.get(editions.size() - 1);
    }

    public Optional<Edition> edition(long number) {
        if (number == Edition.NONE.number()) {
            return Optional.of(Edition.NONE);
        }
        return number < 0 || number > editions.size() ? Optional.empty() : Optional.of(editions.get((int) number - 1));
    }

    /** The edition that was the last one at a time. */
    public Edition asOf(Instant time) {
        return editions.stream()
                .filter(edition -> !edition.publishedAt().isAfter(time))
                .reduce((earlier, later) -> later)
                .orElse(Edition.NONE);
    }

    /** Where a submission stands that published anything of a cube. */
    public Optional<Tenure> tenure(Flow flow, UUID submission) {
        return history.entrySet().stream()
                .filter(entry -> entry.getKey().flow() == flow)
                .flatMap(entry -> Tenure.of(submission, entry.getValue()).stream())
                .findFirst();
    }

    /** What stands in an edition, by entity and year. */
    public Standing published(Flow flow, Edition edition) {
        return standing.get(new FlowEdition(flow, edition.number()), this::standing);
    }

    private Standing standing(FlowEdition place) {
        return new Standing(history.entrySet().stream()
                .filter(entry -> entry.getKey().flow() == place.flow())
                .map(entry -> inForce(entry.getValue(), place.edition()))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((Standing.Published published) ->
                                published.publication().entity())
                        .thenComparing(published -> published.publication().year()))
                .toList());
    }

    private static Standing.Published inForce(List<Standing.Published> versions, long edition) {
        Standing.Published inForce = null;
        for (Standing.Published version : versions) {
            if (version.edition() <= edition) {
                inForce = version;
            }
        }
        return inForce;
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}

package org.undatacube.registry.sdmx;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.http.sdmx.VersionPattern;

/** Finds the artefacts that a query is for, and those that are to come with them. */
final class StructureSearch {
    private final List<Artefact> all;
    private final Api api;

    StructureSearch(List<Artefact> all, Api api) {
        this.all = all;
        this.api = api;
    }

    /** An artefact that goes into the answer. */
    record Found(Artefact artefact, Amount amount) {
        /** Another where another content is to be written. */
        String fingerprint() {
            return artefact.head().urn() + artefact.head().fingerprint() + amount;
        }
    }

    /** In the order of a message. Empty where nothing matches. */
    List<Found> find(StructureQuery query) {
        List<Artefact> asked = asked(query);
        Set<Artefact> related = new LinkedHashSet<>();
        query.relations().forEach(relation -> related.addAll(related(relation, asked)));
        Stream.concat(closure(asked, this::children).stream(), closure(asked, this::parents).stream())
                .filter(artefact ->
                        query.relatedTypes().contains(artefact.head().type()))
                .forEach(related::add);
        asked.forEach(artefact -> related.removeIf(other -> isSame(artefact, other)));
        List<Artefact> together =
                Stream.concat(asked.stream(), related.stream()).toList();
        return Stream.concat(
                        asked.stream()
                                .map(artefact ->
                                        new Found(artefact, query.detail().asked())),
                        related.stream()
                                .map(artefact -> found(artefact, query.detail().referenced(), together)))
                .sorted(Comparator.comparing(found -> found.artefact().head().type()))
                .toList();
    }

    private List<Artefact> asked(StructureQuery query) {
        return all.stream()
                .filter(artefact -> query.types().contains(artefact.head().type()))
                .filter(artefact -> isAmong(artefact.head().agency(), query.agencies()))
                .filter(artefact -> isAmong(artefact.head().id(), query.ids()))
                .collect(Collectors.groupingBy(StructureSearch::nameOf, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(versions -> versionsAsked(versions, query.versions()))
                .flatMap(artefact -> withItems(artefact, query.items()).stream())
                .toList();
    }

    private static List<Object> nameOf(Artefact artefact) {
        return List.of(
                artefact.head().type(),
                artefact.head().agency(),
                artefact.head().id());
    }

    private static Stream<Artefact> versionsAsked(List<Artefact> artefacts, List<VersionPattern> patterns) {
        List<String> versions =
                artefacts.stream().map(artefact -> artefact.head().version()).toList();
        Set<String> picked = patterns.stream()
                .flatMap(pattern -> pattern.pick(versions).stream())
                .collect(Collectors.toSet());
        return artefacts.stream()
                .filter(artefact -> picked.contains(artefact.head().version()));
    }

    /** The artefact with these of its items alone; nothing where it has none of them. */
    private static Optional<Artefact> withItems(Artefact artefact, Set<String> items) {
        if (items.isEmpty()) {
            return Optional.of(artefact);
        }
        return artefact instanceof ItemScheme scheme
                        && scheme.items().stream().anyMatch(item -> items.contains(item.id()))
                ? Optional.of(scheme.only(items))
                : Optional.empty();
    }

    private Collection<Artefact> related(Relation relation, List<Artefact> asked) {
        return switch (relation) {
            case NONE -> List.of();
            case PARENTS -> step(asked, this::parents);
            case PARENTSANDSIBLINGS -> parentsAndSiblings(asked);
            case ANCESTORS -> closure(asked, this::parents);
            case CHILDREN -> step(asked, this::children);
            case DESCENDANTS -> closure(asked, this::children);
            case ALL -> {
                Set<Artefact> related = new LinkedHashSet<>(parentsAndSiblings(asked));
                related.addAll(closure(asked, this::children));
                yield related;
            }
        };
    }

    private Set<Artefact> parentsAndSiblings(List<Artefact> asked) {
        Set<Artefact> related = step(asked, this::parents);
        related.addAll(step(related, this::children));
        return related;
    }

    private Stream<Artefact> children(Artefact artefact) {
        return all.stream().filter(other -> refers(artefact, other));
    }

    private Stream<Artefact> parents(Artefact artefact) {
        return all.stream().filter(other -> refers(other, artefact));
    }

    private boolean refers(Artefact from, Artefact to) {
        if (to.head().type() == ArtefactType.AGENCY_SCHEME) {
            // in SDMX 3.0 alone an artefact refers to the scheme of the agency that maintains it
            return api == Api.V3_0 && from.head().type() != ArtefactType.AGENCY_SCHEME;
        }
        return from.references().stream().anyMatch(reference -> reference.means(to.head()));
    }

    private static Set<Artefact> step(Collection<Artefact> from, Function<Artefact, Stream<Artefact>> next) {
        return from.stream().flatMap(next).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Artefact> closure(Collection<Artefact> from, Function<Artefact, Stream<Artefact>> next) {
        Set<Artefact> reached = new LinkedHashSet<>();
        for (Set<Artefact> found = step(from, next); !found.isEmpty(); found = step(found, next)) {
            found.removeAll(reached);
            reached.addAll(found);
        }
        return reached;
    }

    private static Found found(Artefact artefact, Amount amount, List<Artefact> found) {
        return amount == Amount.USED && artefact instanceof ItemScheme scheme
                ? new Found(used(scheme, found), Amount.FULL)
                : new Found(artefact, amount == Amount.USED ? Amount.FULL : amount);
    }

    /** The scheme with those of its items that what is found uses; the whole where nothing is known to use less. */
    private static ItemScheme used(ItemScheme scheme, List<Artefact> found) {
        Set<String> items = new TreeSet<>();
        for (Artefact artefact : found) {
            if (artefact.references().stream().anyMatch(reference -> reference.means(scheme.head()))) {
                Optional<Set<String>> used = artefact.used(scheme.head());
                if (used.isEmpty()) {
                    return scheme;
                }
                items.addAll(used.get());
            }
        }
        boolean isWhole = items.isEmpty() || items.size() == scheme.items().size();
        return isWhole ? scheme : scheme.only(items);
    }

    private static boolean isSame(Artefact one, Artefact other) {
        return one.head().equals(other.head());
    }

    private static boolean isAmong(String value, Set<String> asked) {
        return asked.isEmpty() || asked.contains(value);
    }
}

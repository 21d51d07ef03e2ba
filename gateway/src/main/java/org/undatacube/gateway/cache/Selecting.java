package org.undatacube.gateway.cache;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which headers of a request the answers of one target differ.
 *
 * @param names in small letters, in order
 * @param generation grows with each invalidation of the target
 */
record Selecting(List<String> names, long generation) {
    private static final AtomicLong GENERATIONS = new AtomicLong();
    /** Where nothing is known, or an answer does not say: by all that negotiation goes by. */
    private static final List<String> NEGOTIATION = List.of("accept", "accept-encoding", "accept-language", "prefer");

    static final Selecting UNKNOWN = new Selecting(NEGOTIATION, 0);

    Selecting {
        names = List.copyOf(names);
    }

    /** @param answer its headers, which do not say that nothing selects it ({@code *}) */
    static Selecting by(MultiMap answer) {
        Set<String> names = Vary.names(answer).keySet();
        return new Selecting(names.isEmpty() ? NEGOTIATION : List.copyOf(names), GENERATIONS.incrementAndGet());
    }

    /** Whether an answer can be selected by a request's headers at all. */
    static boolean isPossible(MultiMap answer) {
        return !Vary.names(answer).containsKey(Vary.ALL);
    }

    boolean hasNamesOf(Selecting other) {
        return names.equals(other.names);
    }

    /** The values that a request has of these headers; an absent one differs from an empty one. */
    List<String> values(MultiMap request) {
        return names.stream()
                .map(name -> request.contains(name) ? normal(request.getAll(name)) : "\0")
                .toList();
    }

    private static String normal(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.joining(","));
    }
}

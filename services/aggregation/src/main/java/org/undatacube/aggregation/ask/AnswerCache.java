package org.undatacube.aggregation.ask;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Patience;

/**
 * Answers as they are sent, found again by what was asked, letter for letter, as long as nothing was published and no list
 * changed, and otherwise by their tag. Equal questions that come at once are answered once. What was kept of one state of
 * editions and lists is let go of as soon as something is kept of another.
 */
@Singleton
class AnswerCache {
    private static final Logger LOG = Logger.getLogger(AnswerCache.class);
    /** What the heads take at most, as a part of what the bodies do. */
    private static final int PART_FOR_HEADS = 8;
    /** What a head and a request take besides their texts. */
    private static final int OWN_BYTES = 256;

    private final long mostOfHeads;
    private final AsyncCache<String, Body> bodies;
    private volatile Heads heads = new Heads(null, null);

    /** What answers were taken from; the same only where it is the very same. */
    static final class State {
        private final Catalogue catalogue;
        private final Members members;
        private final int year;

        /** @param year the present one */
        State(Catalogue catalogue, Members members, int year) {
            this.catalogue = catalogue;
            this.members = members;
            this.year = year;
        }

        private boolean isOf(State other) {
            return other != null && catalogue == other.catalogue && members == other.members && year == other.year;
        }
    }

    private record Heads(State state, Cache<Request, Head> byRequest) {}

    /**
     * A request letter for letter.
     *
     * @param query as it was sent; null for none
     * @param accepted how the answer is given where the query does not say it
     */
    record Request(String cube, String query, Accepted accepted) {}

    /**
     * What is sent before the body.
     *
     * @param tag without quotes
     * @param isPast whether the answer is that of an edition, by its number and its lists, and so never changes
     */
    record Head(String tag, long edition, boolean isPast) {}

    /** A body, which nobody changes, and what is said with it. */
    static final class Body {
        private final byte[] bytes;
        private final Map<String, String> headers;

        /** @param headers by name */
        Body(byte[] bytes, Map<String, String> headers) {
            this.bytes = bytes;
            this.headers = headers;
        }

        byte[] bytes() {
            return bytes;
        }

        Map<String, String> headers() {
            return headers;
        }
    }

    AnswerCache(AnswerCacheConfig config) {
        long most = config.memoryLimit().asLongValue();
        mostOfHeads = most / PART_FOR_HEADS;
        bodies = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((String tag, Body body) -> body.bytes().length + tag.length())
                .buildAsync();
    }

    Optional<Head> head(State state, Request request) {
        Heads kept = heads;
        return state.isOf(kept.state())
                ? Optional.ofNullable(kept.byRequest().getIfPresent(request))
                : Optional.empty();
    }

    void keep(State state, Request request, Head head) {
        Heads kept = heads;
        if (!state.isOf(kept.state())) {
            kept = new Heads(state, noHeads());
            heads = kept;
        }
        kept.byRequest().put(request, head);
    }

    private Cache<Request, Head> noHeads() {
        return Caffeine.newBuilder()
                .maximumWeight(mostOfHeads)
                .weigher((Request request, Head head) -> OWN_BYTES
                        + head.tag().length()
                        + (request.query() == null ? 0 : request.query().length()))
                .build();
    }

    Optional<Body> body(String tag) {
        return Optional.ofNullable(bodies.synchronous().getIfPresent(tag));
    }

    /**
     * The body of a tag, made where it is not kept. Whoever asks for it meanwhile waits for it, as long as his patience
     * lasts; where its maker fails, who waited makes it anew.
     */
    Body body(String tag, Patience patience, Supplier<Body> maker) {
        while (true) {
            CompletableFuture<Body> mine = new CompletableFuture<>();
            CompletableFuture<Body> theirs = bodies.asMap().putIfAbsent(tag, mine);
            if (theirs == null) {
                return made(mine, maker);
            }
            try {
                return patience.await(theirs);
            } catch (ExecutionException e) {
                LOG.debug("The answer that was waited for failed", e);
            }
        }
    }

    private static Body made(CompletableFuture<Body> waitedFor, Supplier<Body> maker) {
        try {
            Body body = maker.get();
            waitedFor.complete(body);
            return body;
        } catch (RuntimeException | Error e) {
            // which also takes it out of what is kept
            waitedFor.completeExceptionally(e);
            throw e;
        }
    }
}

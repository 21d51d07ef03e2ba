package org.undatacube.aggregation.ask;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Members;

/**
 * Answers as they are sent, found again by what was asked, letter for letter, as long as nothing was published and no list
 * changed, and otherwise by their tag. Equal questions that come at once are answered once.
 */
@Singleton
class AnswerCache {
    private static final Logger LOG = Logger.getLogger(AnswerCache.class);
    private static final int MOST_REQUESTS = 20_000;

    private final Cache<Request, Head> heads =
            Caffeine.newBuilder().maximumSize(MOST_REQUESTS).build();
    private final AsyncCache<String, Body> bodies;

    /** A request letter for letter, with the state that its answer is taken from. */
    record Request(
            Catalogue catalogue,
            Members members,
            int year,
            String cube,
            String query,
            String accept,
            String encoding) {}

    /**
     * What is sent before the body.
     *
     * @param tag without quotes
     * @param isPast whether an edition or time was named, of which the answer never changes
     */
    record Head(String tag, long edition, boolean isPast) {}

    /** A body, which nobody changes, and what is said with it. */
    static final class Body {
        private final byte[] bytes;
        private final String contentType;
        private final String coding;
        private final String coverage;

        /** @param coding as {@code Content-Encoding} names it; null for none */
        Body(byte[] bytes, String contentType, String coding, String coverage) {
            this.bytes = bytes;
            this.contentType = contentType;
            this.coding = coding;
            this.coverage = coverage;
        }

        byte[] bytes() {
            return bytes;
        }

        String contentType() {
            return contentType;
        }

        Optional<String> coding() {
            return Optional.ofNullable(coding);
        }

        String coverage() {
            return coverage;
        }
    }

    AnswerCache(AnswerCacheConfig config) {
        bodies = Caffeine.newBuilder()
                .maximumWeight(config.memoryLimit().asLongValue())
                .weigher((String tag, Body body) -> body.bytes().length + tag.length())
                .buildAsync();
    }

    Optional<Head> head(Request request) {
        return Optional.ofNullable(heads.getIfPresent(request));
    }

    void keep(Request request, Head head) {
        heads.put(request, head);
    }

    Optional<Body> body(String tag) {
        return Optional.ofNullable(bodies.synchronous().getIfPresent(tag));
    }

    /**
     * The body of a tag, made where it is not kept. Whoever asks for it meanwhile waits for it; where its maker fails, who
     * waited makes it anew.
     */
    Body body(String tag, Supplier<Body> maker) {
        while (true) {
            CompletableFuture<Body> mine = new CompletableFuture<>();
            CompletableFuture<Body> theirs = bodies.asMap().putIfAbsent(tag, mine);
            if (theirs == null) {
                return made(mine, maker);
            }
            try {
                return theirs.join();
            } catch (CompletionException e) {
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

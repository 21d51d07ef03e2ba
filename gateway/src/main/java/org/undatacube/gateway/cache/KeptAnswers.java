package org.undatacube.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** The store, bounded by the memory that it takes. */
@ApplicationScoped
class KeptAnswers {
    private static final int BYTES_PER_CHARACTER = 2;
    private static final int OVERHEAD = 128;
    private static final int SHARE_OF_TARGETS = 8;
    private static final Duration PASSING = Duration.ofSeconds(10);
    private static final int MOST_PASSING = 1_000;

    private final Cache<Target, Selecting> targets;
    private final Cache<AnswerKey, KeptAnswer> answers;
    /** Whose answers could not be kept lately, so that nobody waits for another's. */
    private final Cache<AnswerKey, Boolean> passing;

    KeptAnswers(CacheConfig config) {
        long bytes = config.memoryLimit().asLongValue();
        targets = Caffeine.newBuilder()
                .maximumWeight(bytes / SHARE_OF_TARGETS)
                .weigher((Target target, Selecting selecting) -> BYTES_PER_CHARACTER * target.size() + OVERHEAD)
                .build();
        answers = Caffeine.newBuilder()
                .maximumWeight(bytes - bytes / SHARE_OF_TARGETS)
                .weigher((AnswerKey key, KeptAnswer answer) -> BYTES_PER_CHARACTER * key.size() + answer.weight())
                .build();
        passing = Caffeine.newBuilder()
                .expireAfterWrite(PASSING)
                .maximumSize(MOST_PASSING)
                .build();
    }

    AnswerKey key(Target target, MultiMap request) {
        Selecting known = targets.getIfPresent(target);
        return key(target, known == null ? Selecting.UNKNOWN : known, request);
    }

    private static AnswerKey key(Target target, Selecting selecting, MultiMap request) {
        return new AnswerKey(target, selecting.generation(), selecting.values(request));
    }

    Optional<KeptAnswer> find(AnswerKey key) {
        return Optional.ofNullable(answers.getIfPresent(key));
    }

    void keep(Target target, MultiMap request, KeptAnswer answer) {
        Selecting said = Selecting.by(answer.headers());
        Selecting selecting =
                targets.asMap().merge(target, said, (known, renewed) -> known.hasNamesOf(renewed) ? known : renewed);
        answers.put(key(target, selecting, request), answer);
    }

    void forget(AnswerKey key) {
        answers.invalidate(key);
    }

    /** All answers of the target, whatever selects them. */
    void forget(Target target) {
        targets.invalidate(target);
    }

    void pass(AnswerKey key) {
        passing.put(key, true);
    }

    boolean isPassing(AnswerKey key) {
        return passing.getIfPresent(key) != null;
    }
}

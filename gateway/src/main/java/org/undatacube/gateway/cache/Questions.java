package org.undatacube.gateway.cache;

import io.vertx.core.Context;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The questions that are being asked: of many that are the same, one is sent, and the others wait for it. */
@ApplicationScoped
class Questions {
    private final Map<AnswerKey, CompletableFuture<Outcome>> asked = new ConcurrentHashMap<>();

    /** What became of a question for those who waited. */
    enum Outcome {
        /** The answer is kept, or its asker went away: look again. */
        LOOK_AGAIN,
        /** The answer is its asker's alone. */
        NOT_SHARED
    }

    /** Whether the caller is the one to ask; it then has to {@link #end} or {@link #fail} the question. */
    boolean begin(AnswerKey key) {
        return asked.putIfAbsent(key, new CompletableFuture<>()) == null;
    }

    /** Waits for the one that is being asked, on the caller's event loop; fails as that fails. */
    Future<Outcome> outcome(AnswerKey key, Context caller) {
        CompletableFuture<Outcome> question = asked.get(key);
        return question == null
                ? Future.succeededFuture(Outcome.LOOK_AGAIN)
                : Future.fromCompletionStage(question, caller);
    }

    void end(AnswerKey key, Outcome outcome) {
        asked.remove(key).complete(outcome);
    }

    void fail(AnswerKey key, Throwable failure) {
        asked.remove(key).completeExceptionally(failure);
    }
}

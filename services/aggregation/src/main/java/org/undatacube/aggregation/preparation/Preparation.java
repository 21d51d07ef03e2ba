package org.undatacube.aggregation.preparation;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** One answer that is made, or was. Its state is changed by one thread and seen by many. */
public final class Preparation {
    /** Where all of them are. */
    private static final String ADDRESS = "/api/v1/answers/";

    private final UUID id = UUID.randomUUID();
    private final Order order;
    private final Path file;
    private final Instant createdAt;
    private final Patience patience;
    private final Duration keptFor;
    private final CellLimit.Held held;
    private volatile PreparedAnswer.State state = PreparedAnswer.State.QUEUED;
    private volatile long cells;
    private volatile Instant finishedAt;
    private volatile Problem problem;
    private volatile Future<?> work;

    /**
     * What is made.
     *
     * @param estimatedCells at most so many
     * @param headers what is said of the bytes, by name
     */
    public record Order(
            Flow cube,
            Question.Canonical question,
            long edition,
            String format,
            long estimatedCells,
            Map<String, String> headers) {}

    /** Makes the answer. */
    @FunctionalInterface
    public interface Content {
        /** @param told is told how many cells were written so far */
        void write(OutputStream out, Patience patience, LongConsumer told);
    }

    /** @param cells those that it holds while it is made */
    Preparation(Order order, Path folder, Instant createdAt, PreparationConfig config, CellLimit.Held cells) {
        this.order = order;
        this.file = folder.resolve(id.toString());
        this.createdAt = createdAt;
        this.patience = new Patience(config.timeLimit(), cells);
        this.keptFor = config.keptFor();
        this.held = cells;
    }

    UUID id() {
        return id;
    }

    Order order() {
        return order;
    }

    Path file() {
        return file;
    }

    Patience patience() {
        return patience;
    }

    CellLimit.Held held() {
        return held;
    }

    void workedOnBy(Future<?> future) {
        work = future;
    }

    void running() {
        state = PreparedAnswer.State.RUNNING;
    }

    void written(long count) {
        cells = count;
    }

    void succeeded(Instant now) {
        finishedAt = now;
        state = PreparedAnswer.State.SUCCEEDED;
    }

    void failed(Problem why, Instant now) {
        problem = why;
        finishedAt = now;
        state = patience.isCancelled() ? PreparedAnswer.State.CANCELLED : PreparedAnswer.State.FAILED;
    }

    void cancel() {
        patience.cancel();
        Future<?> its = work;
        if (its != null) {
            // where it has not begun it never will
            its.cancel(false);
        }
    }

    PreparedAnswer.State state() {
        return state;
    }

    boolean isReady() {
        return state == PreparedAnswer.State.SUCCEEDED;
    }

    boolean isOver(Instant now) {
        return finishedAt != null && now.isAfter(finishedAt.plus(keptFor));
    }

    /** Where it is seen how far it is. */
    public String address() {
        return ADDRESS + id;
    }

    public PreparedAnswer view() {
        PreparedAnswer.State now = state;
        boolean isReady = now == PreparedAnswer.State.SUCCEEDED;
        return new PreparedAnswer(
                id,
                now,
                order.cube(),
                order.question(),
                order.edition(),
                order.format(),
                cells,
                order.estimatedCells(),
                isReady ? file.toFile().length() : null,
                createdAt,
                finishedAt,
                finishedAt == null ? null : finishedAt.plus(keptFor),
                isReady ? address() + "/data" : null,
                Optional.ofNullable(problem)
                        .map(why -> new PreparedAnswer.Failure(
                                why.type().description().slug(),
                                why.type().description().title(),
                                why.getMessage()))
                        .orElse(null));
    }
}

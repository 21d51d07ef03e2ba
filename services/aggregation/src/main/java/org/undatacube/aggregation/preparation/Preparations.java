package org.undatacube.aggregation.preparation;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.correlation.RequestId;

/** All answers that are made while nobody waits, a few at a time. */
@Singleton
public class Preparations {
    private static final Logger LOG = Logger.getLogger(Preparations.class);
    private static final String FOLDER = "answers";
    private static final int RETRY_AFTER_SECONDS = 60;

    private final PreparationConfig config;
    private final CellLimit cells;
    private final Clock clock;
    private final Path folder;
    private final ThreadPoolExecutor workers;
    private final Map<UUID, Preparation> all = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    Preparations(PreparationConfig config, EngineConfig engine, CellLimit cells, Clock clock) {
        this.config = config;
        this.cells = cells;
        this.clock = clock;
        this.folder = engine.store().resolve(FOLDER);
        this.workers = new ThreadPoolExecutor(
                config.atOnce(),
                config.atOnce(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.waiting()),
                task -> new Thread(task, "answer-preparation"));
        makeRoom();
    }

    /** What an earlier process left is nobody's any more. */
    private void makeRoom() {
        try {
            Files.createDirectories(folder);
            List<Path> left;
            try (Stream<Path> files = Files.list(folder)) {
                left = files.toList();
            }
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of answers " + folder + " cannot be made empty", e);
        }
    }

    /** @throws Problem where too many wait already */
    public Preparation begin(Preparation.Order order, Preparation.Content content) {
        Preparation begun = new Preparation(order, folder, clock.instant(), config, cells.begin());
        all.put(begun.id(), begun);
        try {
            begun.workedOnBy(workers.submit(RequestId.carriedBy(() -> make(begun, content))));
        } catch (RejectedExecutionException e) {
            all.remove(begun.id());
            throw new Problem(
                            AggregationProblem.TOO_BUSY,
                            "As many answers wait to be made as may: " + config.waiting() + ".",
                            e)
                    .with("retryAfter", RETRY_AFTER_SECONDS);
        }
        return begun;
    }

    /** @throws Problem (404) where there is none, or none any more */
    Preparation require(String id) {
        return parsed(id)
                .map(all::get)
                .orElseThrow(() -> Problem.notFound("There is no answer " + id + " being made or kept; an answer can be"
                        + " fetched for " + config.keptFor().toMinutes() + " minutes. Ask the question again."));
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many are in a state. */
    long count(PreparedAnswer.State state) {
        return all.values().stream()
                .filter(preparation -> preparation.state() == state)
                .count();
    }

    /** What all of them take of the disk. */
    long bytes() {
        return bytes.get();
    }

    /** Ends its making, or lets go of what was made. */
    void end(Preparation preparation) {
        preparation.cancel();
        all.remove(preparation.id());
        delete(preparation);
    }

    private void make(Preparation preparation, Preparation.Content content) {
        preparation.running();
        try {
            preparation.patience().check();
            try (OutputStream out = new Counted(Files.newOutputStream(preparation.file()))) {
                content.write(out, preparation.patience(), preparation::written);
            }
            preparation.succeeded(clock.instant());
        } catch (Problem problem) {
            delete(preparation);
            preparation.failed(problem, clock.instant());
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("An answer cannot be made", e);
            delete(preparation);
            preparation.failed(
                    new Problem(CommonProblem.INTERNAL_ERROR, "The answer cannot be made.", e), clock.instant());
        }
        preparation.held().close();
        if (!all.containsKey(preparation.id())) {
            // it was ended meanwhile
            delete(preparation);
        }
    }

    private void delete(Preparation preparation) {
        try {
            long size = Files.exists(preparation.file()) ? Files.size(preparation.file()) : 0;
            if (Files.deleteIfExists(preparation.file())) {
                bytes.addAndGet(-size);
            }
        } catch (IOException e) {
            LOG.warnf(e, "The answer %s cannot be deleted", preparation.file());
        }
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetTheOld() {
        all.values().removeIf(preparation -> {
            boolean isOver = preparation.isOver(clock.instant());
            if (isOver) {
                delete(preparation);
            }
            return isOver;
        });
    }

    @PreDestroy
    void stop() {
        all.values().forEach(Preparation::cancel);
        workers.shutdownNow();
    }

    /** Keeps all answers together within the room that they have. */
    private final class Counted extends FilterOutputStream {
        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] more, int offset, int length) throws IOException {
            if (bytes.addAndGet(length) > config.diskLimit().asLongValue()) {
                bytes.addAndGet(-length);
                throw new Problem(
                        AggregationProblem.TOO_LARGE,
                        "All answers that are kept would take more room than they have,"
                                + config.diskLimit().asLongValue()
                                + " bytes. Cut the question, or ask again when others have expired.");
            }
            out.write(more, offset, length);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }
    }
}

package org.undatacube.aggregation.following;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.http.correlation.NamedWork;

/** Takes every edition into the store, and begins the store anew where the feed tells another history than before. */
@ApplicationScoped
public class FeedFollower {
    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final int BATCH = 1_000;
    /** An edition that cannot be taken in may be large, and is sent anew at each attempt. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Engine engine;
    private final Feed feed;
    private final Duration compareEvery;
    private final Clock clock;
    private final NamedWork named;
    private final Instant startedAt;
    // not the framework's scheduler, which looks only once a second what is due
    private final ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor();

    private Instant comparedAt = Instant.EPOCH;
    private volatile Progress progress = new Progress(Optional.empty(), Optional.empty());

    /**
     * How the following goes.
     *
     * @param pulledAt when the store last had all that the feed had
     * @param failure why the last pull failed, if it did
     */
    public record Progress(Optional<Instant> pulledAt, Optional<String> failure) {}

    @Inject
    FeedFollower(Engine engine, FollowingConfig config, ObjectMapper json, Clock clock, NamedWork named) {
        this(engine, new Feed(config.url(), config.patience(), json), config.compareEvery(), clock, named);
    }

    FeedFollower(Engine engine, Feed feed, Duration compareEvery, Clock clock, NamedWork named) {
        this.engine = engine;
        this.feed = feed;
        this.compareEvery = compareEvery;
        this.clock = clock;
        this.named = named;
        this.startedAt = clock.instant();
    }

    public Progress progress() {
        return progress;
    }

    /** For how long it is not known that the store has all that the feed has. */
    public Duration lag() {
        return Duration.between(progress.pulledAt().orElse(startedAt), clock.instant());
    }

    void start(@Observes StartupEvent start, FollowingConfig config) {
        pollAfter(Duration.ZERO, new Pauses(config.pollEvery(), LONGEST_PAUSE));
    }

    // what comes of a poll is progress
    @SuppressWarnings("FutureReturnValueIgnored")
    private void pollAfter(Duration pause, Pauses pauses) {
        if (!polling.isShutdown()) {
            polling.schedule(() -> pollAfter(poll(pauses), pauses), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** An edition that is being taken in is given up; it is taken in after the next start. */
    @PreDestroy
    void stop() {
        polling.shutdownNow();
    }

    /**
     * One error must not end the polling.
     *
     * @return how long to wait before the next poll
     */
    Duration poll(Pauses pauses) {
        try {
            return poll() ? pauses.afterSuccess() : pauses.afterFailure();
        } catch (Error e) {
            LOG.error("The feed cannot be followed", e);
            return pauses.afterFailure();
        }
    }

    /**
     * Pulls; where that fails the next pull begins again at the last whole edition.
     *
     * @return whether it succeeded
     */
    boolean poll() {
        try {
            pull();
            if (progress.failure().isPresent()) {
                LOG.info("The feed answers again");
            }
            progress = new Progress(Optional.of(clock.instant()), Optional.empty());
            return true;
        } catch (IOException | RuntimeException e) {
            fail(e);
            return false;
        }
    }

    private void pull() throws IOException {
        Intake intake = engine.intake();
        long last = intake.catalogue().current().number();
        boolean isDue = comparedAt.plus(compareEvery).isBefore(clock.instant());
        if (!isDue && feed.after(last, 1).isEmpty()) {
            return;
        }
        if (tellsTheSameHistory(intake.catalogue().current())) {
            catchUp(intake);
        } else {
            LOG.warnf("The feed's edition %d is not the one that was taken in: building the store anew", last);
            rebuild();
        }
        comparedAt = clock.instant();
    }

    private boolean tellsTheSameHistory(Edition last) throws IOException {
        if (last.number() == Edition.NONE.number()) {
            return true;
        }
        List<EditionChange> same = feed.after(last.number() - 1, 1);
        return !same.isEmpty() && Edition.of(same.get(0)).equals(last);
    }

    private void rebuild() throws IOException {
        try (Rebuild rebuild = engine.rebuild()) {
            catchUp(rebuild);
            rebuild.finish();
        }
    }

    /** Until the feed had nothing further when it was asked: one that grows all the time is caught up with too. */
    private void catchUp(Intake intake) throws IOException {
        List<EditionChange> changes;
        do {
            changes = feed.after(intake.catalogue().current().number(), BATCH);
            for (EditionChange change : changes) {
                takeIn(change, intake);
            }
        } while (changes.size() == BATCH);
    }

    private void takeIn(EditionChange change, Intake intake) throws IOException {
        named.<IOException>run("take in edition", "edition-" + change.edition(), () -> {
            intake.takeIn(change, line -> feed.lines(change.edition(), line));
            LOG.infof("Took in edition %d", change.edition());
        });
    }

    private void fail(Exception failure) {
        // after an outage the feed may be another one
        comparedAt = Instant.EPOCH;
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        // a feed that is down is asked again and again; say it once
        if (!progress.failure().equals(Optional.of(reason))) {
            LOG.warnf("The feed cannot be followed, the store stays as it is: %s", reason);
            LOG.debug("The feed cannot be followed", failure);
        }
        progress = new Progress(progress.pulledAt(), Optional.of(reason));
    }
}

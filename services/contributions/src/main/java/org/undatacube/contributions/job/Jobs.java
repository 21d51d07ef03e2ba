package org.undatacube.contributions.job;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.idempotency.IdempotentRequest;
import org.undatacube.contributions.idempotency.IdempotentRequests;
import org.undatacube.contributions.idempotency.Outcome;
import org.undatacube.http.Caller;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.Problem;
import org.undatacube.http.correlation.RequestId;

/** The jobs of this process: a few at work, a few that wait, and a sign of life of each twice a second. */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final int HEARTBEAT_MILLISECONDS = 500;
    private static final int RETRY_AFTER_SECONDS = 30;
    private static final int ACCEPTED = 202;

    private final JobStore store;
    private final JobExecution execution;
    private final IdempotentRequests requests;
    private final Caller caller;
    private final CurrentIdentityAssociation identities;
    private final JobConfig config;
    private final Semaphore places;
    private final Map<UUID, Progress> alive = new ConcurrentHashMap<>();
    private final ExecutorService workers;
    private final ScheduledExecutorService heart;
    private ScheduledFuture<?> beating;

    Jobs(
            JobStore store,
            JobExecution execution,
            IdempotentRequests requests,
            Caller caller,
            CurrentIdentityAssociation identities,
            JobConfig config) {
        this.store = store;
        this.execution = execution;
        this.requests = requests;
        this.caller = caller;
        this.identities = identities;
        this.config = config;
        this.places = new Semaphore(config.atOnce() + config.waiting());
        this.workers = Executors.newFixedThreadPool(config.atOnce(), work -> new Thread(work, "job"));
        this.heart = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "job-heartbeat"));
    }

    @PostConstruct
    void beat() {
        beating = heart.scheduleWithFixedDelay(
                () -> alive.forEach(this::keepAlive),
                HEARTBEAT_MILLISECONDS,
                HEARTBEAT_MILLISECONDS,
                TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        alive.values().forEach(Progress::cancel);
        beating.cancel(false);
        heart.shutdownNow();
        workers.shutdownNow();
    }

    /**
     * Answers a request with a job, or with the job that it was answered with before.
     *
     * @param end is called once the work's body is not needed any more, whatever happened
     * @throws Problem (503) where too many wait already
     */
    public KeptAnswer begin(IdempotentRequest request, JobSubject subject, Progress progress, Work work, Runnable end) {
        if (!places.tryAcquire()) {
            end.run();
            throw new Problem(
                            ContributionProblem.JOBS_FULL,
                            "There are " + (config.atOnce() + config.waiting())
                                    + " jobs at work or waiting, which is the most.")
                    .with("retryAfter", RETRY_AFTER_SECONDS);
        }
        UUID id = UUID.randomUUID();
        Runnable release = () -> {
            alive.remove(id);
            places.release();
            end.run();
        };
        try {
            KeptAnswer answer = requests.answer(request, () -> {
                Job job = store.begin(id, caller, subject);
                return new Outcome(ACCEPTED, Job.address(id), null, job);
            });
            if (answer.again()) {
                release.run();
            } else {
                submit(new JobExecution.Task(id, subject.path(), progress, work), release);
            }
            return answer;
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }

    /** Ends a job at once, if it is one of this process; others see it with their next heartbeat. */
    void cancelled(UUID id) {
        Progress progress = alive.get(id);
        if (progress != null) {
            progress.cancel();
        }
    }

    private void submit(JobExecution.Task task, Runnable release) {
        alive.put(task.id(), task.progress());
        // asked for now: the request is over when the work begins
        SecurityIdentity asker = identities.getIdentity();
        workers.execute(RequestId.carriedBy(() -> {
            try {
                execution.run(task, asker);
            } finally {
                release.run();
            }
        }));
    }

    private void keepAlive(UUID id, Progress progress) {
        try {
            if (!store.keepAlive(id, progress.stage())) {
                progress.cancel();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Job %s could give no sign of life: %s", id, e.getMessage());
        }
    }
}

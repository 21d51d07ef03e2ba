package org.undatacube.contributions.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.undatacube.contributions.idempotency.Answering;
import org.undatacube.contributions.idempotency.Outcome;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.Problem;
import org.undatacube.http.ProblemCatalogue;
import org.undatacube.http.ProblemMappers;

/** Does a job on its own thread, in the name of whoever asked for it. */
@ApplicationScoped
class JobExecution {
    private static final Logger LOG = Logger.getLogger(JobExecution.class);

    private final JobStore store;
    private final ObjectMapper json;
    private final ProblemCatalogue catalogue;
    private final CurrentIdentityAssociation identities;

    /**
     * A job that is to be done.
     *
     * @param path that was asked
     */
    record Task(UUID id, String path, Progress progress, Work work) {}

    JobExecution(JobStore store, ObjectMapper json, ProblemCatalogue catalogue, CurrentIdentityAssociation identities) {
        this.store = store;
        this.json = json;
        this.catalogue = catalogue;
        this.identities = identities;
    }

    @ActivateRequestContext
    void run(Task task, SecurityIdentity caller) {
        identities.setIdentity(caller);
        try {
            if (store.start(task.id())) {
                task.work().run(new Once(task));
            }
        } catch (Progress.Cancelled cancelled) {
            LOG.debugf("Job %s was cancelled", task.id());
        } catch (Exception e) {
            fail(task, problem(task, e));
        }
    }

    private void fail(Task task, Problem problem) {
        try {
            store.fail(
                    task.id(),
                    problem.type().status(),
                    json.writeValueAsString(catalogue.document(problem, task.path())),
                    task.progress().complete());
        } catch (SQLException | JsonProcessingException | RuntimeException e) {
            // it will be taken for lost, which is true
            LOG.errorf(e, "The end of job %s could not be stored", task.id());
        }
    }

    private static Problem problem(Task task, Exception failure) {
        Optional<Throwable> known = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof Problem || cause instanceof JsonProcessingException)
                .findFirst();
        if (known.isPresent()) {
            return known.get() instanceof JsonProcessingException malformed
                    ? ProblemMappers.malformedJson(malformed)
                    : (Problem) known.get();
        }
        String errorId = UUID.randomUUID().toString();
        LOG.errorf(failure, "Error %s in job %s", errorId, task.id());
        return new Problem(CommonProblem.INTERNAL_ERROR, "The job failed through a fault of ours.")
                .with("errorId", errorId);
    }

    /** Makes the job's change and its success one transaction. */
    private final class Once implements Answering {
        private final Task task;

        Once(Task task) {
            this.task = task;
        }

        @Override
        public Optional<KeptAnswer> answered() {
            return Optional.empty();
        }

        @Override
        public KeptAnswer answer(Callable<Outcome> change) {
            return QuarkusTransaction.requiringNew().call(() -> {
                KeptAnswer answer = change.call().kept(json);
                task.progress().check();
                if (!store.succeed(task.id(), answer, task.progress().complete())) {
                    throw new Progress.Cancelled();
                }
                return answer;
            });
        }
    }
}

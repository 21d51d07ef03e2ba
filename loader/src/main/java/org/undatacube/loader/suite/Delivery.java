package org.undatacube.loader.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** Sends many submissions, several at a time. Publishes nothing: that is for the sender, once all have arrived. */
public final class Delivery {
    private final Suite suite;
    private final int atATime;

    /** Some of the submissions were refused; the others were taken, but are not published. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Refusal> refusals;

        private Refused(List<Refusal> refusals) {
            super(refusals.size() + " submissions were refused");
            this.refusals = List.copyOf(refusals);
        }

        public List<Refusal> refusals() {
            return refusals;
        }
    }

    private record Outcome(Acknowledgement acknowledgement, Refusal refusal) {}

    public Delivery(Suite suite, int atATime) {
        this.suite = suite;
        this.atATime = atATime;
    }

    /**
     * Sends all, going on where one is refused for its content so that every refusal is known after one run.
     *
     * @param progress told how many have been answered
     * @throws IOException where the suite cannot be reached; the rest is not sent
     */
    public List<Acknowledgement> send(List<SubmissionBody> bodies, IntConsumer progress) throws IOException, Refused {
        List<Acknowledgement> taken = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(atATime);
        try {
            CompletionService<Outcome> outcomes = new ExecutorCompletionService<>(workers);
            bodies.forEach(body -> outcomes.submit(() -> send(body)));
            for (int answered = 1; answered <= bodies.size(); answered++) {
                Outcome outcome = outcomes.take().get();
                if (outcome.refusal() == null) {
                    taken.add(outcome.acknowledgement());
                } else {
                    refusals.add(outcome.refusal());
                    if (!outcome.refusal().isAboutTheContent()) {
                        throw new Refused(refusals);
                    }
                }
                progress.accept(answered);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreachable) {
                throw unreachable;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            workers.shutdownNow();
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return taken;
    }

    private Outcome send(SubmissionBody body) throws IOException {
        try {
            return new Outcome(suite.submit(body), null);
        } catch (Refusal refusal) {
            return new Outcome(null, refusal);
        }
    }
}

package org.undatacube.loader;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.undatacube.loader.suite.Acknowledgement;
import org.undatacube.loader.suite.Certifier;
import org.undatacube.loader.suite.Edition;
import org.undatacube.loader.suite.Refusal;
import org.undatacube.loader.suite.Suite;
import org.undatacube.loader.terminal.Progress;

/** Certifies what was sent, makes one edition of it, and waits until questions are answered from it. */
final class Publishing {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Suite suite;
    private final PrintWriter out;

    Publishing(Suite suite, PrintWriter out) {
        this.suite = suite;
        this.out = out;
    }

    Edition publish(List<Acknowledgement> submissions, String title) throws IOException, Refusal {
        certify(submissions);
        Edition edition =
                suite.publish(submissions.stream().map(Acknowledgement::id).toList(), title);
        out.println("Published %d submissions as edition %d.".formatted(submissions.size(), edition.edition()));
        out.flush();
        boolean answered = true;
        for (String flow :
                new TreeSet<>(submissions.stream().map(Acknowledgement::flow).toList())) {
            answered &= awaitAnswersFrom(edition, flow);
        }
        out.println(
                answered
                        ? "Questions are answered from it now."
                        : "Questions are still answered from an earlier edition; this one follows.");
        return edition;
    }

    private void certify(List<Acknowledgement> submissions) throws IOException, Refusal {
        Progress progress = new Progress(out, "Submissions certified", submissions.size());
        int done = 0;
        try (Certifier certifier = Certifier.issuedBy(suite)) {
            for (Acknowledgement submission : submissions) {
                certifier.certify(submission);
                done++;
                progress.accept(done);
            }
        }
    }

    /** Figures are published before the cubes hold them: these follow by themselves. */
    private boolean awaitAnswersFrom(Edition edition, String cube) throws IOException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (answersFrom(cube) >= edition.edition()) {
                return true;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private long answersFrom(String cube) throws IOException {
        try {
            return suite.ask(cube + "/aggregate?drilldown=year&limit=1")
                    .path("edition")
                    .asLong();
        } catch (Refusal notReady) {
            // what is published stays published: the cubes may be starting
            return 0;
        }
    }
}

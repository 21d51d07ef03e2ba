package org.undatacube.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import org.undatacube.acceptance.suite.Await;

/** What the suite has acknowledged. */
final class Ledger {
    private final List<Publication> publications = new ArrayList<>();

    /** A report that was acknowledged in all its steps. */
    record Publication(String id, Report report, long edition) {}

    synchronized void add(Publication publication) {
        publications.add(publication);
    }

    synchronized List<Publication> publications() {
        return List.copyOf(publications);
    }

    void awaitMore(int count) {
        int wanted = publications().size() + count;
        Await.until(count + " more reports are published", () -> publications().size() >= wanted);
    }
}

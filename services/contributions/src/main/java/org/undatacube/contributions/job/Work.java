package org.undatacube.contributions.job;

import java.io.IOException;
import org.undatacube.contributions.idempotency.Answering;
import org.undatacube.http.KeptAnswer;

/** What a request asks for: done at once, or by a job. */
@FunctionalInterface
public interface Work {
    /** @param answering makes its one change */
    KeptAnswer run(Answering answering) throws IOException;
}

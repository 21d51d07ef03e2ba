package org.undatacube.contributions.idempotency;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.undatacube.http.KeptAnswer;

/** Makes one change and keeps its answer in the same transaction, so that there is either both or neither. */
public interface Answering {
    /** The answer that was given before, if it was: for those who have to ask others before they can begin. */
    Optional<KeptAnswer> answered();

    /** Makes the change in a transaction of its own, unless that was done before. */
    KeptAnswer answer(Callable<Outcome> change);
}

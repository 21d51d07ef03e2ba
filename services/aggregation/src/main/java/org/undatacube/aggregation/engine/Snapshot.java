package org.undatacube.aggregation.engine;

import java.util.List;
import java.util.Optional;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.query.Question;
import org.undatacube.http.Problem;

/** One state of the store: whole editions and one version of each code list. */
public interface Snapshot {
    Catalogue catalogue();

    /** Empty until the code lists were read for the first time. */
    Optional<Members> members();

    /**
     * Adds up the lines of these breakdowns, each of them counted once, that fulfil the question's cuts.
     *
     * @throws Problem where the cells are too many or the time limit is over
     * @throws IllegalStateException where there are no members yet
     */
    Cells answer(Question question, List<Long> breakdowns);
}

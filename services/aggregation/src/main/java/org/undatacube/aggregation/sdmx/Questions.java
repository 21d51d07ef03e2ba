package org.undatacube.aggregation.sdmx;

import io.vertx.core.http.HttpServerRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.ask.Asker;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.Question;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Has the questions of one request answered, by one state of the lists. Each waits for its turn and has its own time, and
 * between two of them nothing is held, however slowly the client reads.
 *
 * @param tolerance by how many dollars a breakdown may differ from the control total and still be all of it
 * @param most how many cells are held at once
 */
record Questions(
        Asker asker, Answering answering, HttpServerRequest request, Members members, BigDecimal tolerance, int most) {

    /** Cells of an answer, of which there are {@code count} on all pages. */
    record Page(List<Cell> cells, long count, Optional<CellCoverage> coverage) {
        private static final Page NOTHING = new Page(List.of(), 0, Optional.empty());
    }

    /**
     * @param offset how many cells to leave out before the first
     * @throws Problem where the answer cannot be had
     */
    Page page(Part part, Edition edition, int offset) {
        Question question = part.question(new Question.Page(Optional.of(most), offset));
        try {
            return asker.ask(request, (snapshot, patience) -> {
                Inquiry inquiry = inquire(question, edition, snapshot, patience);
                return inquiry.choice().breakdowns().isEmpty() ? Page.NOTHING : page(part, inquiry);
            });
        } catch (Problem problem) {
            throw problem.type() == AggregationProblem.TOO_MANY_CELLS ? tooLarge(problem) : problem;
        }
    }

    private Page page(Part part, Inquiry inquiry) {
        Answer answer = inquiry.answer();
        return new Page(
                answer.cells(),
                answer.cellCount(),
                Optional.of(new CellCoverage(inquiry, part.entityLevel(), tolerance)));
    }

    /** Whether two editions give the same to a part, because nothing was published between them that it is taken from. */
    boolean agree(Part part, Edition before, Edition after) {
        Question question = part.question(Question.Page.ALL);
        return asker.ask(
                request,
                (snapshot, patience) -> inquire(question, before, snapshot, patience)
                        .choice()
                        .picks()
                        .equals(inquire(question, after, snapshot, patience)
                                .choice()
                                .picks()));
    }

    private Inquiry inquire(Question question, Edition edition, Snapshot snapshot, Patience patience) {
        if (!snapshot.catalogue().edition(edition.number()).equals(Optional.of(edition))) {
            throw new Problem(CommonProblem.UNAVAILABLE, "The figures were replaced while they were read; ask again.");
        }
        return answering.inquire(question, edition, snapshot, members, patience);
    }

    private static Problem tooLarge(Problem problem) {
        return new Problem(
                AggregationProblem.DATA_TOO_LARGE,
                "A part of the data has more observations than can be put together at once. Name codes for more of the"
                        + " dimensions, or ask for fewer years.",
                problem);
    }
}

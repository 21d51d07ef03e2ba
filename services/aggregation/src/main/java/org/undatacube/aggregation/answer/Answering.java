package org.undatacube.aggregation.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.coverage.CoverageConfig;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.codelists.Flow;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** From the parameters of a request to what is to be answered. */
@ApplicationScoped
public class Answering {
    private static final String GAPS = "gaps";

    /** The parameters that are read here. */
    public static final List<String> PARAMETERS = Stream.concat(
                    QuestionReader.PARAMETERS.stream(), Stream.of(EditionChoice.EDITION, EditionChoice.AS_OF, GAPS))
            .toList();

    private final BigDecimal tolerance;
    private final Duration timeLimit;
    private final MemberHistory history;

    Answering(CoverageConfig coverage, EngineConfig engine, MemberHistory history) {
        this.tolerance = coverage.tolerance();
        this.timeLimit = engine.timeLimit();
        this.history = history;
    }

    /** @throws Problem where a parameter is wrong, or the code lists were not read yet */
    public Inquiry inquire(Snapshot snapshot, Flow cube, Parameters parameters) {
        Members members = members();
        Edition edition = new EditionChoice(snapshot.catalogue()).read(parameters);
        Question question = new QuestionReader(cube, members, presentYear(parameters, edition)).read(parameters);
        boolean withGaps = parameters
                .word(GAPS, List.of("true", "false"))
                .map(Boolean::parseBoolean)
                .orElse(false);
        BreakdownChoice choice =
                BreakdownChoice.of(question, snapshot.catalogue().published(cube, edition), members, tolerance);
        return new Inquiry(question, edition, withGaps, snapshot, members, choice, new Patience(timeLimit));
    }

    /** An edition of the past has a present of its own, so that its answers stay as they are. */
    private static int presentYear(Parameters parameters, Edition edition) {
        boolean isOfThePast = parameters.text(EditionChoice.EDITION).isPresent()
                || parameters.text(EditionChoice.AS_OF).isPresent();
        return isOfThePast && edition.publishedAt() != null
                ? edition.publishedAt().atOffset(ZoneOffset.UTC).getYear()
                : Year.now(ZoneOffset.UTC).getValue();
    }

    /** @throws Problem where the code lists were not read yet */
    public Members members() {
        return history.current()
                .orElseThrow(() -> new Problem(
                        CommonProblem.UNAVAILABLE, "The code lists were not read from the registry yet; try again."));
    }
}

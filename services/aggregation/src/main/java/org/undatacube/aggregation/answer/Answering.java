package org.undatacube.aggregation.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.coverage.CoverageConfig;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.codelists.Flow;
import org.undatacube.codelists.Registry;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** From the parameters of a request to what is to be answered. */
@ApplicationScoped
public class Answering {
    /** The parameters that are read here. */
    public static final List<String> PARAMETERS = Stream.concat(
                    QuestionReader.PARAMETERS.stream(),
                    Stream.of(ParameterNames.EDITION, ParameterNames.AS_OF, ParameterNames.GAPS))
            .toList();

    private final BigDecimal tolerance;
    private final MemberHistory history;

    Answering(CoverageConfig coverage, MemberHistory history) {
        this.tolerance = coverage.tolerance();
        this.history = history;
    }

    /** @throws Problem where a parameter is wrong, or the code lists cannot be read */
    public Inquiry inquire(Snapshot snapshot, Flow cube, Parameters parameters, Patience patience) {
        EditionChoice.Chosen chosen = new EditionChoice(snapshot.catalogue()).read(parameters);
        Members members = members(chosen.moment(), patience);
        Question question = new QuestionReader(cube, members, presentYear(chosen)).read(parameters);
        boolean withGaps = parameters
                .word(ParameterNames.GAPS, List.of("true", "false"))
                .map(Boolean::parseBoolean)
                .orElse(false);
        return inquiry(question, chosen.edition(), withGaps, snapshot, members, patience);
    }

    /**
     * What a question gives in one edition that is another than in another one, both by the lists of the later.
     *
     * @throws Problem where a parameter is wrong, or the code lists cannot be read
     */
    public Difference compare(Snapshot snapshot, Flow cube, Parameters parameters, Patience patience) {
        EditionChoice editions = new EditionChoice(snapshot.catalogue());
        Edition from = editions.numbered(ParameterNames.FROM, parameters)
                .orElseThrow(() -> Problem.invalidParameter(
                        ParameterNames.FROM,
                        null,
                        "from is missing: the edition that is compared with.",
                        "a whole number from 0 to "
                                + snapshot.catalogue().current().number()));
        Optional<Edition> later = editions.numbered(ParameterNames.TO, parameters);
        EditionChoice.Chosen to = new EditionChoice.Chosen(
                later.orElseGet(() -> snapshot.catalogue().current()), later.map(Edition::publishedAt));
        Members members = members(to.moment(), patience);
        Question question = new QuestionReader(cube, members, presentYear(to)).read(parameters);
        return new Comparing(
                        inquiry(question, from, false, snapshot, members, patience),
                        inquiry(question, to.edition(), false, snapshot, members, patience))
                .difference();
    }

    private Inquiry inquiry(
            Question question,
            Edition edition,
            boolean withGaps,
            Snapshot snapshot,
            Members members,
            Patience patience) {
        Standing standing = snapshot.catalogue().published(question.cube(), edition);
        BreakdownChoice choice = BreakdownChoice.of(question, standing, members, tolerance);
        return new Inquiry(question, edition, withGaps, snapshot, members, choice, patience);
    }

    /**
     * The members by which a question with these parameters is read.
     *
     * @throws Problem where a parameter is wrong, or the code lists cannot be read
     */
    public Members members(Snapshot snapshot, Parameters parameters, Patience patience) {
        return members(new EditionChoice(snapshot.catalogue()).read(parameters).moment(), patience);
    }

    private Members members(Optional<Instant> moment, Patience patience) {
        Members present = members();
        try {
            return moment.map(then -> history.asOf(then, patience.left())).orElse(present);
        } catch (Registry.Unavailable e) {
            patience.check();
            throw new Problem(
                    CommonProblem.UNAVAILABLE,
                    "The code lists of then cannot be read from the registry; try again.",
                    e);
        }
    }

    /** What is asked of the past has the present of then, so that its answer stays as it is. */
    private static int presentYear(EditionChoice.Chosen chosen) {
        return chosen.moment()
                .flatMap(moment -> Optional.ofNullable(chosen.edition().publishedAt()))
                .map(published -> published.atOffset(ZoneOffset.UTC).getYear())
                .orElseGet(() -> Year.now(ZoneOffset.UTC).getValue());
    }

    /** @throws Problem where the code lists were not read yet */
    public Members members() {
        return history.current()
                .orElseThrow(() -> new Problem(
                        CommonProblem.UNAVAILABLE, "The code lists were not read from the registry yet; try again."));
    }
}

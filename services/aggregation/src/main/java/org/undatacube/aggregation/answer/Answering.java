package org.undatacube.aggregation.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
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
                    ParameterNames.OF_A_QUESTION.stream(),
                    Stream.of(ParameterNames.EDITION, ParameterNames.AS_OF, ParameterNames.GAPS))
            .toList();

    private final BigDecimal tolerance;
    private final MemberHistory history;
    private final Clock clock;

    Answering(CoverageConfig coverage, MemberHistory history, Clock clock) {
        this.tolerance = coverage.tolerance();
        this.history = history;
        this.clock = clock;
    }

    /** @throws Problem where a parameter is wrong, or the code lists cannot be read */
    public Inquiry inquire(Snapshot snapshot, Flow cube, Parameters parameters, Patience patience) {
        EditionChoice.Chosen chosen = editions(snapshot).read(parameters);
        Members members = members(chosen.moment(), patience);
        Question question = new QuestionReader(cube, members, presentYear(chosen)).read(parameters);
        boolean withGaps = parameters.yesOrNo(ParameterNames.GAPS).orElse(false);
        return inquiry(question, chosen.edition(), withGaps, snapshot, members, patience);
    }

    /**
     * What a question gives in one edition that is another than in another one, both by the lists of the later.
     *
     * @throws Problem where a parameter is wrong, or the code lists cannot be read
     */
    public Difference compare(Snapshot snapshot, Flow cube, Parameters parameters, Patience patience) {
        EditionChoice editions = editions(snapshot);
        Edition from = editions.numbered(ParameterNames.FROM, parameters)
                .orElseThrow(() -> parameters.wrong(
                        ParameterNames.FROM,
                        "from is missing: the edition that is compared with.",
                        "a whole number from 0 to "
                                + snapshot.catalogue().current().number()));
        Optional<Edition> later = editions.numbered(ParameterNames.TO, parameters);
        EditionChoice.Chosen to = new EditionChoice.Chosen(
                later.orElseGet(() -> snapshot.catalogue().current()), later.map(Edition::publishedAt));
        if (to.edition().number() < from.number()) {
            throw parameters.wrong(
                    ParameterNames.TO,
                    "to is edition " + to.edition().number() + ", which is before edition " + from.number() + ".",
                    "a whole number from " + from.number() + " to "
                            + snapshot.catalogue().current().number());
        }
        Members members = members(to.moment(), patience);
        Question question = new QuestionReader(cube, members, presentYear(to)).read(parameters);
        return new Comparing(
                        inquiry(question, from, false, snapshot, members, patience),
                        inquiry(question, to.edition(), false, snapshot, members, patience))
                .difference();
    }

    /** A question by lists that are known already, of an edition. */
    public Inquiry inquire(Question question, Edition edition, Snapshot snapshot, Members members, Patience patience) {
        return inquiry(question, edition, false, snapshot, members, patience);
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
        return members(editions(snapshot).read(parameters).moment(), patience);
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

    private EditionChoice editions(Snapshot snapshot) {
        return new EditionChoice(snapshot.catalogue(), clock.instant());
    }

    /** What is asked of the past has the present of then, so that its answer stays as it is. */
    private int presentYear(EditionChoice.Chosen chosen) {
        return chosen.moment().map(Answering::year).orElseGet(this::presentYear);
    }

    /** The year that it is, UTC. */
    public int presentYear() {
        return year(clock.instant());
    }

    private static int year(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).getYear();
    }

    /** @throws Problem where the code lists were not read yet */
    public Members members() {
        return history.current()
                .orElseThrow(() -> new Problem(
                        CommonProblem.UNAVAILABLE, "The code lists were not read from the registry yet; try again."));
    }
}

package org.undatacube.aggregation.sdmx;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.ask.Asker;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.coverage.CoverageConfig;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.aggregation.query.Question;
import org.undatacube.http.Problem;

/** Finds out of which edition and by which lists a query is answered, and which of its questions can be. */
@Singleton
final class Planning {
    /** How many times a question may be asked of an edition for one query. */
    private static final int MOST_ASKED = 20_000;

    private final Asker asker;
    private final Answering answering;
    private final CoverageConfig coverage;
    private final SdmxConfig config;
    private final Clock clock;

    Planning(Asker asker, Answering answering, CoverageConfig coverage, SdmxConfig config, Clock clock) {
        this.asker = asker;
        this.answering = answering;
        this.coverage = coverage;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Problem where the query names what there is not, or would take too much */
    Plan plan(DataQuery query, HttpServerRequest request) {
        return asker.ask(request, (snapshot, patience) -> plan(query, request, snapshot, patience));
    }

    private Plan plan(DataQuery query, HttpServerRequest request, Snapshot snapshot, Patience patience) {
        Catalogue catalogue = snapshot.catalogue();
        Edition edition = query.asOf().map(catalogue::asOf).orElseGet(catalogue::current);
        Members members = members(query, snapshot, patience);
        Identifiers identifiers = new Identifiers(members);
        Parts parts = Parts.of(query, identifiers);
        Questions questions =
                new Questions(asker, answering, request, members, coverage.tolerance(), config.observationsAtOnce());
        Inquiry whole = inquire(whole(query), edition, snapshot, members, patience);
        if (query.isOfChanges()) {
            List<Plan.Span> spans = spans(query, edition, snapshot, members, patience);
            requireFew((long) spans.size() * parts.all().size());
            String fingerprint = edition + "\n" + members.version() + "\n" + spans.size();
            return new Plan(query, parts, questions, identifiers, edition, whole.shownEdition(), spans, fingerprint);
        }
        List<Part> answered = new ArrayList<>();
        StringBuilder fingerprint = new StringBuilder(whole.fingerprint());
        for (Part part : parts.all()) {
            patience.check();
            Inquiry inquiry = inquire(part, edition, snapshot, members, patience);
            if (!inquiry.choice().breakdowns().isEmpty()) {
                answered.add(part);
                fingerprint.append('\n').append(inquiry.fingerprint());
            }
        }
        return new Plan(
                query,
                new Parts(parts.keys(), answered),
                questions,
                identifiers,
                edition,
                whole.shownEdition(),
                List.of(),
                fingerprint.toString());
    }

    private Members members(DataQuery query, Snapshot snapshot, Patience patience) {
        Optional<Instant> past = query.asOf().filter(moment -> moment.isBefore(clock.instant()));
        Parameters parameters = new Parameters(
                past.map(moment -> Map.of(ParameterNames.AS_OF, List.of(moment.toString())))
                        .orElse(Map.of()),
                List.of(ParameterNames.AS_OF));
        return answering.members(snapshot, parameters, patience);
    }

    /** Which editions are compared: the first and the last, or each with the one before where history is wanted. */
    private List<Plan.Span> spans(
            DataQuery query, Edition last, Snapshot snapshot, Members members, Patience patience) {
        Catalogue catalogue = snapshot.catalogue();
        Edition first = query.updatedAfter().map(catalogue::asOf).orElse(Edition.NONE);
        if (first.number() >= last.number()) {
            return List.of();
        }
        if (!query.withHistory()) {
            return List.of(new Plan.Span(first, last));
        }
        List<Plan.Span> spans = new ArrayList<>();
        Edition before = first;
        for (Edition edition : catalogue.editions()) {
            if (edition.number() > first.number() && edition.number() <= last.number()) {
                patience.check();
                Inquiry whole = inquire(whole(query), edition, snapshot, members, patience);
                if (whole.choice().lastChange() == edition.number()) {
                    spans.add(new Plan.Span(before, edition));
                    before = edition;
                }
            }
        }
        return spans;
    }

    /** The question of all entities together, which is about all that any part can be about. */
    private static Part whole(DataQuery query) {
        return new Part(
                query.structure(),
                0,
                query.structure().dimensions().stream()
                        .map(dimension -> Part.Choice.TOTAL)
                        .toList(),
                query.years());
    }

    private Inquiry inquire(Part part, Edition edition, Snapshot snapshot, Members members, Patience patience) {
        return answering.inquire(part.question(Question.Page.ALL), edition, snapshot, members, patience);
    }

    private static void requireFew(long count) {
        if (count > MOST_ASKED) {
            throw new Problem(
                            AggregationProblem.DATA_TOO_LARGE,
                            "To find what changed in each edition " + count + " questions would have to be asked; "
                                    + MOST_ASKED
                                    + " may. Name codes for more of the dimensions, or ask for fewer years or a later"
                                    + " updatedAfter.")
                    .with("limit", MOST_ASKED);
        }
    }
}

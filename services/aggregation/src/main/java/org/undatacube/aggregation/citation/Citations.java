package org.undatacube.aggregation.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.ask.Asker;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Makes citations and finds them. */
@Singleton
class Citations {
    private final Asker asker;
    private final Answering answering;
    private final AnswerWriter writer;
    private final CitationStore store;
    private final ObjectMapper json;
    private final Clock clock;
    private final long mostKept;
    private final String serviceVersion;

    Citations(
            Asker asker,
            Answering answering,
            AnswerWriter writer,
            CitationStore store,
            ObjectMapper json,
            Clock clock,
            CitationConfig config,
            @ConfigProperty(name = "quarkus.application.version") String serviceVersion) {
        this.asker = asker;
        this.answering = answering;
        this.writer = writer;
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.mostKept = config.keptSize().asLongValue();
        this.serviceVersion = serviceVersion;
    }

    /**
     * The citation of a question in the edition that it is asked of; the present one where it names none.
     *
     * @throws Problem where it cannot be asked, or nothing is published yet
     */
    CitationStore.Kept cite(CitationRequest asked, HttpServerRequest request) {
        Pinned pinned = asker.ask(request, (snapshot, patience) -> pin(asked, snapshot, patience));
        // most of those who cite what is cited already need not wait for its answer
        Optional<Citation> before = store.findByKey(pinned.key());
        if (before.isPresent()) {
            return new CitationStore.Kept(before.get(), false);
        }
        return store.add(asker.ask(request, (snapshot, patience) -> made(pinned, snapshot, patience)));
    }

    /** @throws Problem (404) where there is no such citation */
    Citation require(String id) {
        return store.find(Crockford.read(id))
                .orElseThrow(() ->
                        Problem.notFound("There is no citation " + id + ".").with("value", id));
    }

    private Pinned pin(CitationRequest asked, Snapshot snapshot, Patience patience) {
        Inquiry present = answering.inquire(snapshot, asked.cube(), asked.question(), patience);
        Edition edition = present.edition();
        if (edition.number() == Edition.NONE.number()) {
            throw new Problem(
                    AggregationProblem.NOTHING_TO_CITE,
                    "Before the first edition there is nothing published, and so nothing to cite.");
        }
        Pinned pinned = Pinned.of(present, json);
        if (asked.question().text(ParameterNames.EDITION).isPresent()) {
            return pinned;
        }
        try {
            // by the lists of the edition's day a text may mean something else, which is then what is cited
            return Pinned.of(answering.inquire(snapshot, pinned.cube(), pinned.parameters(), patience), json);
        } catch (Problem problem) {
            throw problem.type() == CommonProblem.INVALID_PARAMETER ? beforeItsCodes(edition, problem) : problem;
        }
    }

    private static Problem beforeItsCodes(Edition edition, Problem problem) {
        return new Problem(
                        AggregationProblem.CITED_BEFORE_ITS_CODES,
                        "By the code lists and groups of edition " + edition.number() + ", published at "
                                + edition.publishedAt() + ", the question cannot be asked: " + problem.getMessage(),
                        problem)
                .with(ParameterNames.EDITION, edition.number());
    }

    private Citation made(Pinned pinned, Snapshot snapshot, Patience patience) {
        Inquiry inquiry = answering.inquire(snapshot, pinned.cube(), pinned.parameters(), patience);
        byte[] answer = writer.write(inquiry.answer(), Format.JSON);
        return new Citation(
                pinned.longestId(),
                Citation.Subject.of(pinned),
                Citation.Content.of(answer, sources(inquiry), mostKept),
                // as precisely as PostgreSQL keeps it, so that what is answered now and later is the same
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                serviceVersion);
    }

    private byte[] sources(Inquiry inquiry) {
        try {
            return json.writeValueAsBytes(Sources.of(inquiry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

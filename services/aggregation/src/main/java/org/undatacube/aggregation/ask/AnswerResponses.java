package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.ask.QuestionCounts.AnsweredFrom;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Coding;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.Flow;
import org.undatacube.http.EntityTags;
import org.undatacube.http.Language;
import org.undatacube.http.Preference;
import org.undatacube.http.Problem;

/**
 * Answers to questions as HTTP sends them: in the form and coding asked for, with a strong tag. What has not too many
 * cells is kept for the next; else cells are sent as they are added up, or the answer is made while nobody waits.
 */
@Singleton
public class AnswerResponses {
    /** All that a question can say, in an address or in a body. */
    static final List<String> PARAMETERS = Stream.of(
                    Answering.PARAMETERS, Wanted.PARAMETERS, List.of(ParameterNames.EXPLAIN))
            .flatMap(List::stream)
            .toList();

    /** An answer of the past never changes, but the numbers of editions begin again where the suite is begun anew. */
    private static final int SECONDS_FOR_THE_PAST = 3_600;

    private static final String VARY =
            String.join(", ", HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, HttpHeaders.ACCEPT_LANGUAGE, "Prefer");

    private final Engine engine;
    private final Asker asker;
    private final Answering answering;
    private final AnswerCache cache;
    private final AnswerWriter writer;
    private final LargeResponses large;
    private final ExplainedResponses explained;
    private final QuestionCounts counts;

    AnswerResponses(
            Engine engine,
            Asker asker,
            Answering answering,
            AnswerCache cache,
            AnswerWriter writer,
            LargeResponses large,
            ExplainedResponses explained,
            QuestionCounts counts) {
        this.engine = engine;
        this.asker = asker;
        this.answering = answering;
        this.cache = cache;
        this.writer = writer;
        this.large = large;
        this.explained = explained;
        this.counts = counts;
    }

    /** A question that came over HTTP, and what its sender has and waits for. */
    private record Arrived(
            HttpServerRequest request,
            Wanted wanted,
            boolean withExplanation,
            Preference preference,
            EntityTags known) {
        static Arrived of(
                HttpServerRequest request,
                Parameters parameters,
                Accepted accepted,
                Preference preference,
                EntityTags known) {
            Wanted wanted = Wanted.of(parameters, accepted);
            return new Arrived(request, wanted, ExplainedResponses.isAskedFor(parameters, wanted), preference, known);
        }
    }

    /** To a question that is in the address. */
    Response toGet(Flow cube, HttpServerRequest request, HttpHeaders headers, Request conditions) {
        Accepted accepted = accepted(headers, conditions);
        AnswerCache.Request asked = new AnswerCache.Request(cube.code(), request.query(), accepted);
        if (preference(headers) == Preference.LATER) {
            return made(cube, request, asked, headers);
        }
        return engine.read(snapshot -> cache.head(state(snapshot), asked))
                .flatMap(head -> kept(head, known(headers)))
                .orElseGet(() -> made(cube, request, asked, headers));
    }

    private Response made(Flow cube, HttpServerRequest request, AnswerCache.Request asked, HttpHeaders headers) {
        Parameters parameters = QueryText.parameters(request, PARAMETERS);
        Arrived arrived = Arrived.of(request, parameters, asked.accepted(), preference(headers), known(headers));
        return asker.ask(request, (snapshot, patience) -> {
                    // before the lists are read for the answer: what changes meanwhile must not be kept as what was
                    // there
                    AnswerCache.State state = state(snapshot);
                    Inquiry inquiry = answering.inquire(snapshot, cube, parameters, patience);
                    AnswerCache.Head head = head(inquiry, arrived.wanted, parameters);
                    if (!arrived.withExplanation) {
                        cache.keep(state, asked, head);
                    }
                    return answer(inquiry, arrived, head);
                })
                .get();
    }

    /**
     * To a question that is in a body.
     *
     * @param isConditional whether an answer that still stands is not given again
     */
    Response toBody(
            Flow cube,
            Parameters parameters,
            HttpServerRequest request,
            HttpHeaders headers,
            Request conditions,
            boolean isConditional) {
        Arrived arrived = Arrived.of(
                request,
                parameters,
                accepted(headers, conditions),
                preference(headers),
                isConditional ? known(headers) : EntityTags.of(List.of()));
        return asker.ask(request, (snapshot, patience) -> {
                    Inquiry inquiry = answering.inquire(snapshot, cube, parameters, patience);
                    return answer(inquiry, arrived, head(inquiry, arrived.wanted, parameters));
                })
                .get();
    }

    private AnswerCache.State state(Snapshot snapshot) {
        return new AnswerCache.State(snapshot.catalogue(), answering.members(), answering.presentYear());
    }

    private static Preference preference(HttpHeaders headers) {
        return Preference.of(headers.getHeaderString("Prefer"));
    }

    private static EntityTags known(HttpHeaders headers) {
        return EntityTags.of(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private static AnswerCache.Head head(Inquiry inquiry, Wanted wanted, Parameters parameters) {
        long edition = inquiry.edition().number();
        return new AnswerCache.Head(
                inquiry.fingerprint() + "-" + wanted.tag(),
                edition,
                // before the first edition there are no lists of then
                edition != Edition.NONE.number()
                        && parameters.text(ParameterNames.EDITION).isPresent());
    }

    /** The response, or what gives it when the question has left its place to the next one. */
    private Supplier<Response> answer(Inquiry inquiry, Arrived arrived, AnswerCache.Head head) {
        if (arrived.withExplanation) {
            counts.count(AnsweredFrom.EXPLANATION);
            Response response = explained.answer(
                    inquiry, arrived.wanted, cache.body(head.tag()).isPresent());
            return () -> response;
        }
        Optional<Response> unchanged = unchanged(head, arrived.known);
        if (unchanged.isPresent()) {
            return unchanged::get;
        }
        if (arrived.preference == Preference.LATER) {
            counts.count(AnsweredFrom.PREPARATION);
            return () -> large.later(inquiry, arrived.wanted);
        }
        Optional<AnswerCache.Body> body = cache.body(head.tag());
        if (body.isEmpty() && large.isTooLargeToKeep(inquiry)) {
            return beyond(inquiry, arrived, head, Optional.empty());
        }
        try {
            AnsweredFrom[] from = {AnsweredFrom.CACHE};
            AnswerCache.Body made = cache.body(head.tag(), inquiry.patience(), () -> {
                AnswerCache.Body anew = made(inquiry, arrived.wanted);
                from[0] = AnsweredFrom.of(inquiry.snapshot());
                return anew;
            });
            counts.count(from[0]);
            return () -> said(body(made), head);
        } catch (Problem problem) {
            if (problem.type() != AggregationProblem.TOO_MANY_CELLS) {
                throw problem;
            }
            return beyond(inquiry, arrived, head, Optional.of(problem));
        }
    }

    private Supplier<Response> beyond(
            Inquiry inquiry, Arrived arrived, AnswerCache.Head head, Optional<Problem> problem) {
        if (large.canStream(inquiry, arrived.wanted)) {
            counts.count(AnsweredFrom.STREAM);
            Map<String, String> headers = AnswerHeaders.of(inquiry, arrived.wanted);
            return () ->
                    said(described(Response.ok(large.stream(inquiry, arrived.wanted, arrived.request)), headers), head);
        }
        Supplier<Response> later = large.beyond(inquiry, arrived.wanted, problem);
        counts.count(AnsweredFrom.PREPARATION);
        return later;
    }

    /** The answer where it need not be made. */
    private Optional<Response> kept(AnswerCache.Head head, EntityTags known) {
        return unchanged(head, known)
                .or(() -> cache.body(head.tag()).map(body -> {
                    counts.count(AnsweredFrom.CACHE);
                    return said(body(body), head);
                }));
    }

    /** That the answer still stands, where that is all that is to be said. */
    private Optional<Response> unchanged(AnswerCache.Head head, EntityTags known) {
        if (!known.include(head.tag())) {
            return Optional.empty();
        }
        counts.count(AnsweredFrom.CLIENT);
        return Optional.of(said(Response.notModified(), head));
    }

    private AnswerCache.Body made(Inquiry inquiry, Wanted wanted) {
        byte[] plain = writer.write(inquiry.answer(wanted.style().language()), wanted.style());
        return new AnswerCache.Body(wanted.coding().encode(plain), AnswerHeaders.of(inquiry, wanted));
    }

    private static Response.ResponseBuilder body(AnswerCache.Body body) {
        return described(Response.ok(body.bytes()), body.headers());
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, Map<String, String> headers) {
        headers.forEach(response::header);
        return response;
    }

    private static Response said(Response.ResponseBuilder response, AnswerCache.Head head) {
        return response.tag(head.tag())
                .cacheControl(caching(head.isPast()))
                .header("Datacube-Edition", head.edition())
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    private static CacheControl caching(boolean mayBeKept) {
        CacheControl caching = new CacheControl();
        caching.setNoTransform(false);
        if (mayBeKept) {
            caching.setMaxAge(SECONDS_FOR_THE_PAST);
        } else {
            caching.setNoCache(true);
        }
        return caching;
    }

    private static Accepted accepted(HttpHeaders headers, Request conditions) {
        return new Accepted(
                format(headers),
                Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .orElse(Language.ENGLISH),
                coding(headers, conditions));
    }

    /** The first form that Accept names; the framework has refused all others. */
    private static Format format(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Stream.of(Format.values())
                        .filter(format -> accepted.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst()
                .orElse(Format.JSON);
    }

    /** As it is where the request says nothing of codings, which it would allow all. */
    public static Coding coding(HttpHeaders headers, Request conditions) {
        if (headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING) == null) {
            return Coding.IDENTITY;
        }
        List<Variant> variants = Stream.of(Coding.values())
                .map(coding -> new Variant(null, (String) null, coding.code()))
                .toList();
        Variant chosen = conditions.selectVariant(variants);
        return chosen == null
                ? Coding.IDENTITY
                : Coding.valueOf(chosen.getEncoding().toUpperCase(Locale.ROOT));
    }
}

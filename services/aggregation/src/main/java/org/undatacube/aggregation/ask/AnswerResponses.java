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
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Coverage;
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

/** Answers to questions as HTTP sends them: in the form and coding asked for, with a strong tag, kept for the next. */
@Singleton
class AnswerResponses {
    /** All that a question can say, in an address or in a body. */
    static final List<String> PARAMETERS = Stream.concat(
                    Answering.PARAMETERS.stream(), Stream.of(ParameterNames.FORMAT))
            .toList();

    /** An answer of the past never changes, but the numbers of editions begin again where the suite is begun anew. */
    private static final int SECONDS_FOR_THE_PAST = 3_600;

    private final Engine engine;
    private final Asker asker;
    private final Answering answering;
    private final AnswerCache cache;
    private final AnswerWriter writer;

    AnswerResponses(Engine engine, Asker asker, Answering answering, AnswerCache cache, AnswerWriter writer) {
        this.engine = engine;
        this.asker = asker;
        this.answering = answering;
        this.cache = cache;
        this.writer = writer;
    }

    /** To a question that is in the address. */
    Response toGet(Flow cube, HttpServerRequest request, HttpHeaders headers, Request conditions) {
        AnswerCache.Request asked =
                new AnswerCache.Request(cube.code(), request.query(), accepted(headers), coding(headers, conditions));
        return engine.read(snapshot -> cache.head(state(snapshot), asked))
                .flatMap(head -> kept(head, headers))
                .orElseGet(() -> made(cube, request, asked, headers));
    }

    private Response made(Flow cube, HttpServerRequest request, AnswerCache.Request asked, HttpHeaders headers) {
        Form form = form(QueryText.parameters(request, PARAMETERS), asked.accepted(), asked.coding());
        return asker.ask(request, (snapshot, patience) -> {
            // before the lists are read for the answer: what changes meanwhile must not be kept as what was there
            AnswerCache.State state = state(snapshot);
            Inquiry inquiry = answering.inquire(snapshot, cube, form.parameters, patience);
            AnswerCache.Head head = head(inquiry, form);
            cache.keep(state, asked, head);
            return answer(inquiry, form, head, Optional.of(headers));
        });
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
        Form form = form(parameters, accepted(headers), coding(headers, conditions));
        return asker.ask(request, (snapshot, patience) -> {
            Inquiry inquiry = answering.inquire(snapshot, cube, parameters, patience);
            return answer(
                    inquiry, form, head(inquiry, form), Optional.of(headers).filter(given -> isConditional));
        });
    }

    private AnswerCache.State state(Snapshot snapshot) {
        return new AnswerCache.State(snapshot.catalogue(), answering.members(), answering.presentYear());
    }

    /** What was asked and how the answer is to be given. */
    private record Form(Parameters parameters, Format format, Coding coding) {}

    /** In the form that {@code format=} says, else in the one that is accepted. */
    private static Form form(Parameters parameters, Format accepted, Coding coding) {
        Optional<Format> asked =
                parameters.word(ParameterNames.FORMAT, Format.codes()).flatMap(Format::find);
        return new Form(parameters, asked.orElse(accepted), coding);
    }

    private static AnswerCache.Head head(Inquiry inquiry, Form form) {
        String coding = form.coding == Coding.IDENTITY ? "" : "-" + form.coding.code();
        long edition = inquiry.edition().number();
        return new AnswerCache.Head(
                inquiry.fingerprint() + "-" + form.format.code() + coding,
                edition,
                // before the first edition there are no lists of then
                edition != Edition.NONE.number()
                        && form.parameters.text(ParameterNames.EDITION).isPresent());
    }

    private Response answer(Inquiry inquiry, Form form, AnswerCache.Head head, Optional<HttpHeaders> conditions) {
        return conditions
                .flatMap(given -> unchanged(head, given))
                .orElseGet(() ->
                        said(body(cache.body(head.tag(), inquiry.patience(), () -> made(inquiry, form))), head));
    }

    /** The answer where it need not be made. */
    private Optional<Response> kept(AnswerCache.Head head, HttpHeaders conditions) {
        return unchanged(head, conditions).or(() -> cache.body(head.tag()).map(body -> said(body(body), head)));
    }

    /** That the answer still stands, where that is all that is to be said. */
    private static Optional<Response> unchanged(AnswerCache.Head head, HttpHeaders conditions) {
        EntityTags known = EntityTags.of(conditions.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        return known.include(head.tag()) ? Optional.of(said(Response.notModified(), head)) : Optional.empty();
    }

    private AnswerCache.Body made(Inquiry inquiry, Form form) {
        Answer answer = inquiry.answer();
        return new AnswerCache.Body(
                form.coding.encode(writer.write(answer, form.format)),
                form.format.contentType(),
                form.coding == Coding.IDENTITY ? null : form.coding.code(),
                coverage(answer.coverage()));
    }

    private static Response.ResponseBuilder body(AnswerCache.Body body) {
        Response.ResponseBuilder response =
                Response.ok(body.bytes(), body.contentType()).header("Datacube-Coverage", body.coverage());
        body.coding().ifPresent(coding -> response.header(HttpHeaders.CONTENT_ENCODING, coding));
        return response;
    }

    private static Response said(Response.ResponseBuilder response, AnswerCache.Head head) {
        return response.tag(head.tag())
                .cacheControl(caching(head.isPast()))
                .header("Datacube-Edition", head.edition())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING)
                .build();
    }

    /** As it is where the request says nothing of codings, which it would allow all. */
    private static Coding coding(HttpHeaders headers, Request conditions) {
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

    private static String coverage(Coverage coverage) {
        return "entities-reporting=%d, entities-covered=%d, amount-reported=\"%s\", amount-covered=\"%s\""
                .formatted(
                        coverage.entitiesReporting(),
                        coverage.entitiesCovered(),
                        coverage.amountReported(),
                        coverage.amountCovered());
    }

    /** The first form that Accept names; the framework has refused all others. */
    private static Format accepted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Stream.of(Format.values())
                        .filter(format -> accepted.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst()
                .orElse(Format.JSON);
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
}

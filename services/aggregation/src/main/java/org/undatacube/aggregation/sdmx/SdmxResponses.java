package org.undatacube.aggregation.sdmx;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Language;
import org.undatacube.http.Problem;

/** Data, and which there are, as HTTP sends them: in the format asked for, data while they are found. */
@Singleton
class SdmxResponses {
    private static final Logger LOG = Logger.getLogger(SdmxResponses.class);
    private static final int ID_BYTES = 16;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Planning planning;
    private final Wordings wordings;
    private final Clock clock;

    SdmxResponses(Planning planning, Wordings wordings, Clock clock) {
        this.planning = planning;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** @param format the parameter of this name, or null */
    Response data(MessageResponses client, String format, Supplier<DataQuery> query) {
        Negotiated<DataFormat> negotiated = Negotiated.of(client.api().data(), format, accepted(client.headers()));
        return told(client, negotiated, () -> found(client, negotiated, planning.plan(query.get(), client.request())));
    }

    private Response found(MessageResponses client, Negotiated<DataFormat> negotiated, Plan plan) {
        Labels labels = new Labels(
                wordings,
                plan.questions().members(),
                Language.accepted(client.headers().getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .orElse(Language.ENGLISH)
                        .code());
        String id = id(client, negotiated, labels.language(), plan);
        EntityTag tag = new EntityTag(id, true);
        Response.ResponseBuilder unchanged = client.conditions().evaluatePreconditions(tag);
        if (unchanged != null) {
            return client.said(unchanged, plan).tag(tag).build();
        }
        Iterator<DataSet> dataSets = plan.dataSets();
        // which asks as many questions as it takes to find the first observation, or what is wrong
        if (!dataSets.hasNext()) {
            throw Problem.notFound("No observation matches the query.");
        }
        DataMessage message = new DataMessage(id, now(), plan.query(), plan.identifiers(), labels, dataSets);
        DataWriter writer = negotiated.format().writer(negotiated.form());
        return client.ok(out -> writer.write(message, out), negotiated.contentType(), plan)
                .header(HttpHeaders.CONTENT_LANGUAGE, labels.language())
                .tag(tag)
                .build();
    }

    /**
     * Which data there are.
     *
     * @param format the parameter of this name, or null
     */
    Response availability(MessageResponses client, String format, Supplier<AvailabilityQuery> asked) {
        Negotiated<AvailabilityFormat> negotiated =
                Negotiated.of(client.api().availability(), format, accepted(client.headers()));
        return told(client, negotiated, () -> {
            AvailabilityQuery query = asked.get();
            Plan plan = planning.plan(query.data(), client.request());
            String id = id(client, negotiated, Language.ENGLISH.code(), plan);
            EntityTag tag = new EntityTag(id, true);
            Response.ResponseBuilder unchanged = client.conditions().evaluatePreconditions(tag);
            if (unchanged != null) {
                return client.said(unchanged, plan).tag(tag).build();
            }
            Availability availability = query.answer(plan, data -> planning.plan(data, client.request()));
            AvailabilityMessage message =
                    new AvailabilityMessage(id, now(), query.data().structure(), availability);
            return client.ok(out -> negotiated.format().write(message, out), negotiated.contentType(), plan)
                    .tag(tag)
                    .build();
        });
    }

    /** Equal for equal content in one form. */
    private static String id(MessageResponses client, Negotiated<?> negotiated, String language, Plan plan) {
        String all = String.join(
                "\n",
                client.api().name(),
                negotiated.format().mediaType(),
                negotiated.contentType(),
                language,
                String.valueOf(client.request().query()),
                client.request().path(),
                plan.fingerprint());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer, or SDMX's own message of what is wrong for who asked for one of its formats. */
    private Response told(MessageResponses client, Negotiated<?> negotiated, Supplier<Response> answer) {
        if (!negotiated.isSdmx()) {
            return answer.get();
        }
        try {
            return answer.get();
        } catch (Problem problem) {
            return error(client, negotiated, problem);
        } catch (RuntimeException fault) {
            String errorId = UUID.randomUUID().toString();
            LOG.errorf(fault, "Error %s at %s", errorId, client.request().path());
            return error(
                    client,
                    negotiated,
                    new Problem(
                            CommonProblem.INTERNAL_ERROR,
                            "The request failed through a fault of ours. Error id: " + errorId,
                            fault));
        }
    }

    private Response error(MessageResponses client, Negotiated<?> negotiated, Problem problem) {
        ErrorMessage message = ErrorMessage.of(problem, now());
        StreamingOutput body =
                out -> negotiated.format().write(message, client.api().ml(), out);
        boolean isCsv = negotiated.format().syntax().equals("csv");
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .entity(body)
                .type(isCsv ? MediaType.APPLICATION_XML : negotiated.contentType())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        return problem.type().retryable()
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : answer.build();
    }

    /** A request without the header accepts anything, which is what JAX-RS makes of it. */
    private static List<Negotiated.MediaRange> accepted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .map(range ->
                        new Negotiated.MediaRange(range.getType() + "/" + range.getSubtype(), range.getParameters()))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}

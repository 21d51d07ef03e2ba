package org.undatacube.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into a problem document. */
public class ProblemMappers {
    public static final String PROBLEM_JSON = "application/problem+json";
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemCatalogue catalogue;
    private final CurrentVertxRequest current;
    private final AllowedMethods methods;

    ProblemMappers(ProblemCatalogue catalogue, CurrentVertxRequest current, AllowedMethods methods) {
        this.catalogue = catalogue;
        this.current = current;
        this.methods = methods;
    }

    @ServerExceptionMapper
    public Response map(Problem problem, HttpServerRequest request) {
        return answer(problem, request).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response mapUnauthenticated(HttpServerRequest request) {
        return answer(
                        new Problem(
                                CommonProblem.UNAUTHENTICATED,
                                "This needs a valid API key: Authorization: Bearer udc_…"),
                        request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response map(ForbiddenException forbidden, HttpServerRequest request) {
        return answer(new Problem(CommonProblem.FORBIDDEN, "The key does not have a role that allows this."), request)
                .build();
    }

    @ServerExceptionMapper
    public Response map(JsonProcessingException malformed, HttpServerRequest request) {
        return answer(malformedJson(malformed), request).build();
    }

    /** The framework's own refusals: no such address, wrong method, wrong media type, unreadable body. */
    @ServerExceptionMapper
    public Response map(WebApplicationException refusal, HttpServerRequest request) {
        if (refusal.getCause() instanceof JsonProcessingException malformed) {
            return map(malformed, request);
        }
        int status = refusal.getResponse().getStatus();
        ProblemType type = Stream.of(CommonProblem.values())
                .filter(candidate -> candidate.status() == status && candidate != CommonProblem.INVALID_PARAMETER)
                .findFirst()
                .orElse(status < 500 ? CommonProblem.BAD_REQUEST : CommonProblem.INTERNAL_ERROR);
        if (type == CommonProblem.INTERNAL_ERROR) {
            return map((Throwable) refusal, request);
        }
        Response.ResponseBuilder answer = answer(new Problem(type, type.explanation()), request);
        return (type == CommonProblem.METHOD_NOT_ALLOWED ? answer.allow(methods.ofPresentRequest()) : answer).build();
    }

    @ServerExceptionMapper
    public Response map(Throwable fault, HttpServerRequest request) {
        if (StoreAway.isCauseOf(fault)) {
            LOG.warnf("The database did not answer for %s: %s", request.path(), fault.getMessage());
            Problem problem =
                    new Problem(CommonProblem.UNAVAILABLE, "The database behind this does not answer at present.");
            return answer(problem, request)
                    .header(HttpHeaders.RETRY_AFTER, StoreAway.RETRY_AFTER_SECONDS)
                    .build();
        }
        String errorId = UUID.randomUUID().toString();
        LOG.errorf(fault, "Error %s at %s", errorId, request.path());
        Problem problem = new Problem(CommonProblem.INTERNAL_ERROR, "The request failed through a fault of ours.");
        return answer(problem.with("errorId", errorId), request).build();
    }

    /** Where in the body the JSON stops making sense, without the parser's own wording of Java types. */
    public static Problem malformedJson(JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        if (malformed instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return new Problem(
                            CommonProblem.MALFORMED_BODY,
                            "The body's " + pointer(mapping) + " does not have the form it should" + place + ".",
                            malformed)
                    .with("pointer", pointer(mapping));
        }
        return new Problem(CommonProblem.MALFORMED_BODY, "The body is not well-formed JSON" + place + ".", malformed);
    }

    private static String pointer(JsonMappingException mapping) {
        StringBuilder pointer = new StringBuilder();
        mapping.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        return pointer.toString();
    }

    private Response.ResponseBuilder answer(Problem problem, HttpServerRequest request) {
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .type(MediaType.valueOf(PROBLEM_JSON))
                .entity(catalogue.document(problem, request.path()));
        if (problem.type() == CommonProblem.BODY_TOO_LARGE) {
            // the rest of such a body is not read, so the connection cannot serve another request
            answer.header("Connection", "close");
            RoutingContext context = current.getCurrent();
            context.addEndHandler(answered -> BodyLimit.lingerAndClose(context));
        }
        return answer;
    }
}

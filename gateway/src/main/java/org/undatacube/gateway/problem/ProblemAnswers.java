package org.undatacube.gateway.problem;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.ProblemCatalogue;
import org.undatacube.http.ProblemMappers;
import org.undatacube.http.ProblemType;

/** Answers a forwarded request with a problem of the gateway's own instead of the service's answer. */
@ApplicationScoped
public class ProblemAnswers {
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final Map<ProblemType, Map<CharSequence, String>> HEADERS = Map.of(
            // the gateway refuses only what was sent; who sends nothing is told by the service (RFC 6750)
            CommonProblem.UNAUTHENTICATED, Map.of(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""),
            CommonProblem.UNAVAILABLE, Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
            // what is left of the body would be read as the next request
            CommonProblem.BODY_TOO_LARGE, Map.of(HttpHeaders.CONNECTION, "close"));

    private final ProblemCatalogue catalogue;

    ProblemAnswers(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Produces
    @Singleton
    static ProblemCatalogue catalogue() {
        return new ProblemCatalogue("gateway", List.of(GatewayProblem.values()));
    }

    /** The request's own body, where there is one, is read and thrown away. */
    public ProxyResponse answer(ProxyRequest request, Problem problem) {
        String path = request.proxiedRequest().path();
        ProxyResponse response = request.release()
                .response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.PROBLEM_JSON)
                .setBody(Body.body(Buffer.buffer(new JsonObject(catalogue.document(problem, path)).encode())));
        HEADERS.getOrDefault(problem.type(), Map.of()).forEach(response::putHeader);
        return response;
    }
}

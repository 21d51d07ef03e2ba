package org.undatacube.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A read whose {@code If-Match} does not hold is refused by the framework without a word; this says it. */
class PreconditionFilter {
    private final ProblemCatalogue catalogue;

    PreconditionFilter(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @ServerResponseFilter
    void tell(HttpServerRequest request, ContainerResponseContext answer) {
        if (answer.getStatus() == CommonProblem.PRECONDITION_FAILED.status() && !answer.hasEntity()) {
            Problem problem = new Problem(
                    CommonProblem.PRECONDITION_FAILED, "What is here is not the version that the request names.");
            answer.setEntity(
                    catalogue.document(problem, request.path()),
                    new Annotation[0],
                    MediaType.valueOf(ProblemMappers.PROBLEM_JSON));
        }
    }
}

package org.undatacube.gateway.routing;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.undatacube.gateway.problem.ProblemAnswers;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Answers what the router cannot read, before it asks any route. Left alone, it would log each as a fault of its own. */
@ApplicationScoped
class UnreadablePaths {
    private final ProblemAnswers answers;

    UnreadablePaths(ProblemAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.errorHandler(HttpResponseStatus.BAD_REQUEST.code(), this::refuse);
    }

    private void refuse(RoutingContext context) {
        answers.send(
                context,
                new Problem(
                        CommonProblem.BAD_REQUEST,
                        "The path cannot be read: a percent sign is followed by two hexadecimal digits, and one that is"
                                + " meant as such is written %25."));
    }
}

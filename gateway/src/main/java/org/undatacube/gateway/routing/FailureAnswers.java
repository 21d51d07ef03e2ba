package org.undatacube.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.undatacube.gateway.problem.GatewayProblem;
import org.undatacube.gateway.problem.ProblemAnswers;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Says with a problem document why a request was not forwarded or not answered. */
@ApplicationScoped
@Priority(Step.ANSWER_FAILURES)
class FailureAnswers implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(FailureAnswers.class);

    private final RoutingTable table;
    private final ProblemAnswers answers;

    FailureAnswers(RoutingTable table, ProblemAnswers answers) {
        this.table = table;
        this.answers = answers;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .recover(failure ->
                        Future.succeededFuture(answers.answer(context.request(), problem(context, failure))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse answer = context.response();
        Body body = answer.getBody();
        if (body != null) {
            HttpConnection caller = context.request().proxiedRequest().connection();
            answer.setBody(Body.body(new AnswerBody(body.stream(), caller), body.length()));
        }
        return context.sendResponse();
    }

    private Problem problem(ProxyContext context, Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        HttpServerRequest request = context.request().proxiedRequest();
        String service = table.serviceOf(request).map(Service::name).orElseThrow();
        LOG.warnf("No answer of %s: %s", service, failure);
        if (failure instanceof TimeoutException) {
            return new Problem(GatewayProblem.TIMEOUT, "The service " + service + " did not answer in time.", failure)
                    .with("service", service);
        }
        if (Unsent.is(failure) || SafeMethods.ALL.contains(request.method())) {
            return new Problem(
                            CommonProblem.UNAVAILABLE,
                            "The service " + service + " cannot be reached at present; nothing was done.",
                            failure)
                    .with("service", service);
        }
        return new Problem(
                        GatewayProblem.BROKEN_ANSWER,
                        "The service " + service + " broke off before it answered.",
                        failure)
                .with("service", service);
    }
}

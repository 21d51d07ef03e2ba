package org.undatacube.gateway.routing;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Sends on the normalised path, and refuses one that a service could still read as another than the gateway does. */
@ApplicationScoped
@Priority(Step.REFUSE_BAD_PATHS)
class PathGuard implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        RequestTarget target = RequestTarget.of(context.request().proxiedRequest());
        if (target.isAmbiguous()) {
            return Future.failedFuture(new Problem(
                    CommonProblem.BAD_REQUEST,
                    "The path has encoded dots, backslashes or control characters that could lead elsewhere; write the"
                            + " path as it is meant."));
        }
        context.request().setURI(target.uri());
        return context.sendRequest();
    }
}

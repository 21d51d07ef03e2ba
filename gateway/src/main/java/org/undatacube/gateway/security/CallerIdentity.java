package org.undatacube.gateway.security;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.undatacube.gateway.routing.Step;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Sends the registry's token on in place of the caller's key or the token of its OpenID Connect provider. A caller without
 * {@code Authorization} stays anonymous; what has the form of neither is refused here, and no token that a client brings
 * itself ever reaches a service.
 */
@ApplicationScoped
@Priority(Step.IDENTIFY_CALLER)
class CallerIdentity implements ProxyInterceptor {
    private final TokenExchange exchange;

    CallerIdentity(TokenExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        List<String> sent = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sent.isEmpty()) {
            return context.sendRequest();
        }
        Optional<Credentials> credentials = sent.size() == 1 ? Credentials.of(sent.get(0)) : Optional.empty();
        if (credentials.isEmpty()) {
            return Future.failedFuture(new Problem(
                    CommonProblem.UNAUTHENTICATED,
                    "Authorization is neither an API key in its form, Bearer udc_… with all of its characters, nor an"
                            + " access token of OpenID Connect, Bearer eyJ…, or there is more than one."));
        }
        return exchange.token(credentials.get()).compose(token -> {
            context.request().putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            return context.sendRequest();
        });
    }
}

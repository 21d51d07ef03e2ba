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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undatacube.gateway.routing.Step;
import org.undatacube.http.ApiKey;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Sends the registry's token on in place of the caller's key. A caller without {@code Authorization} stays anonymous;
 * anything but a key is refused here, so no token that a client brings itself ever reaches a service.
 */
@ApplicationScoped
@Priority(Step.IDENTIFY_CALLER)
class CallerIdentity implements ProxyInterceptor {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final TokenExchange exchange;

    CallerIdentity(TokenExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        List<String> credentials = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (credentials.isEmpty()) {
            return context.sendRequest();
        }
        Optional<ApiKey> key = credentials.size() == 1 ? key(credentials.get(0)) : Optional.empty();
        if (key.isEmpty()) {
            return Future.failedFuture(new Problem(
                    CommonProblem.UNAUTHENTICATED,
                    "Authorization is not an API key in its form: Bearer udc_… with all of its characters, once."));
        }
        return exchange.token(key.get()).compose(token -> {
            context.request().putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            return context.sendRequest();
        });
    }

    private static Optional<ApiKey> key(String credentials) {
        Matcher matcher = BEARER.matcher(credentials);
        return matcher.matches() ? ApiKey.parse(matcher.group(1)) : Optional.empty();
    }
}

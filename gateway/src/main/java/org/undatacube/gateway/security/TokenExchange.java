package org.undatacube.gateway.security;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.undatacube.gateway.routing.RoutingTable;
import org.undatacube.gateway.routing.Service;
import org.undatacube.gateway.routing.ServiceClient;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Turns a key, or a token of OpenID Connect, into the registry's short-lived signed token, which the services verify. No
 * gateway needs to be told of a revocation: each asks again after some seconds.
 */
@ApplicationScoped
class TokenExchange {
    private static final Logger LOG = Logger.getLogger(TokenExchange.class);

    /** No good credentials, good ones that give no access here, the provider's keys cannot be had. */
    private static final List<CommonProblem> REFUSALS =
            List.of(CommonProblem.UNAUTHENTICATED, CommonProblem.FORBIDDEN, CommonProblem.UNAVAILABLE);

    private final Service registry;
    private final ServiceClient client;
    /** By the digest of what was sent. Only tokens stay: a refusal or a failure is asked again. */
    private final AsyncCache<String, String> tokens;

    TokenExchange(RoutingTable table, ServiceClient client, IdentityConfig config) {
        this.registry = table.service("registry");
        this.client = client;
        this.tokens = Caffeine.newBuilder()
                .expireAfterWrite(config.remembered())
                .maximumSize(config.keys())
                .buildAsync();
    }

    /** Fails with a {@link Problem}: they are not good, or give no access, or the registry cannot be asked. */
    Future<String> token(Credentials credentials) {
        return Future.fromCompletionStage(tokens.get(
                credentials.digest(),
                (digest, executor) -> ask(credentials).toCompletionStage().toCompletableFuture()));
    }

    private Future<String> ask(Credentials credentials) {
        return client.post(registry, "/identity/tokens", credentials.toJson())
                .recover(failure -> Future.failedFuture(unavailable(failure.toString())))
                .map(TokenExchange::token);
    }

    private static String token(HttpResponse<Buffer> answer) {
        for (CommonProblem refusal : REFUSALS) {
            if (answer.statusCode() == refusal.status()) {
                throw refusal(refusal, answer);
            }
        }
        if (answer.statusCode() != HttpResponseStatus.OK.code()) {
            throw unavailable("status " + answer.statusCode());
        }
        return answer.bodyAsJsonObject().getString("token");
    }

    /** The registry's own, in its words. */
    private static Problem refusal(CommonProblem type, HttpResponse<Buffer> answer) {
        JsonObject problem = answer.bodyAsJsonObject();
        return new Problem(type, problem.getString("detail", type.explanation()))
                .with("expected", problem.getJsonArray("expected"));
    }

    private static Problem unavailable(String reason) {
        LOG.warnf("The registry gave no token: %s", reason);
        return new Problem(
                        CommonProblem.UNAVAILABLE,
                        "The registry, which knows the keys, cannot be reached at present; nothing was done.")
                .with("service", "registry");
    }
}

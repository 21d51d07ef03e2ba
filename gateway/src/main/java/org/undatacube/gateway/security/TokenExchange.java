package org.undatacube.gateway.security;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.undatacube.gateway.routing.RoutingTable;
import org.undatacube.gateway.routing.Service;
import org.undatacube.gateway.routing.ServiceClient;
import org.undatacube.http.ApiKey;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Turns a key into the registry's short-lived signed token, which the services verify. */
@ApplicationScoped
class TokenExchange {
    private static final Logger LOG = Logger.getLogger(TokenExchange.class);

    private final Service registry;
    private final ServiceClient client;
    /** By the key's digest. Only tokens stay: a refusal or a failure is asked again. */
    private final AsyncCache<String, String> tokens;

    TokenExchange(RoutingTable table, ServiceClient client, IdentityConfig config) {
        this.registry = table.service("registry");
        this.client = client;
        this.tokens = Caffeine.newBuilder()
                .expireAfterWrite(config.remembered())
                .maximumSize(config.keys())
                .buildAsync();
    }

    /** Fails with a {@link Problem}: the key is not good, or the registry cannot be asked. */
    Future<String> token(ApiKey key) {
        return Future.fromCompletionStage(tokens.get(
                key.hash(), (digest, executor) -> ask(key).toCompletionStage().toCompletableFuture()));
    }

    private Future<String> ask(ApiKey key) {
        return client.post(registry, "/identity/tokens", new JsonObject().put("key", key.text()))
                .recover(failure -> Future.failedFuture(unavailable(failure.toString())))
                .map(TokenExchange::token);
    }

    private static String token(HttpResponse<Buffer> answer) {
        if (answer.statusCode() == HttpResponseStatus.UNAUTHORIZED.code()) {
            throw new Problem(
                    CommonProblem.UNAUTHENTICATED, "The API key is not known, or was revoked, or has expired.");
        }
        if (answer.statusCode() != HttpResponseStatus.OK.code()) {
            throw unavailable("status " + answer.statusCode());
        }
        return answer.bodyAsJsonObject().getString("token");
    }

    private static Problem unavailable(String reason) {
        LOG.warnf("The registry gave no token: %s", reason);
        return new Problem(
                        CommonProblem.UNAVAILABLE,
                        "The registry, which knows the keys, cannot be reached at present; nothing was done.")
                .with("service", "registry");
    }
}

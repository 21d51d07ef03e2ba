package org.undatacube.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.undatacube.http.correlation.RequestId;

/** Asks services what the gateway itself wants to know, as opposed to what it forwards. */
@ApplicationScoped
public class ServiceClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final WebClient client;

    ServiceClient(Vertx vertx, RoutingConfig config) {
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setFollowRedirects(false));
    }

    /** Fails where there is no answer; an answer of any status succeeds. */
    public Future<HttpResponse<Buffer>> get(Service service, String path) {
        return request(HttpMethod.GET, service, path).send();
    }

    /** Fails where there is no answer; an answer of any status succeeds. */
    public Future<HttpResponse<Buffer>> post(Service service, String path, JsonObject body) {
        return request(HttpMethod.POST, service, path).sendJsonObject(body);
    }

    private HttpRequest<Buffer> request(HttpMethod method, Service service, String path) {
        HttpRequest<Buffer> request =
                client.request(method, service.request(path).setTimeout(TIMEOUT.toMillis()));
        RequestId.current().ifPresent(id -> request.putHeader(RequestId.HEADER, id));
        return request;
    }
}

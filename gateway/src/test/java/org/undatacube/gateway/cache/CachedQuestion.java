package org.undatacube.gateway.cache;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;
import org.undatacube.gateway.Upstream.Received;
import org.undatacube.http.ApiKey;

/** An address of the cubes that no test has asked before, and what the service behind answers there. */
final class CachedQuestion {
    static final String STATUS = "Cache-Status";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Suite suite;
    private final String address = "/api/v1/cubes/expense/aggregate/" + ADDRESSES.incrementAndGet();

    CachedQuestion(Suite suite) {
        this.suite = suite;
    }

    String address() {
        return address;
    }

    void answers(HttpHandler handler) {
        suite.aggregation().on(address, handler);
    }

    /** 304 to one who has it, else the text. */
    void answers(Map<String, String> headers, String text) {
        answers(exchange -> {
            String tag = headers.get("ETag");
            if (tag != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
            } else {
                say(exchange, headers, text);
            }
        });
    }

    static void say(HttpExchange exchange, Map<String, String> headers, String text) throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        Upstream.send(exchange, 200, text);
    }

    /** What reached the service of this address. */
    List<Received> received() {
        return suite.aggregation().received().stream()
                .filter(request -> request.target().equals(address))
                .toList();
    }

    /** A request with a key that the registry takes and that nobody has used. */
    RequestSpecification withKey() {
        suite.registry().on("/identity/tokens", 200, "{\"token\":\"signed\",\"expiresIn\":120}");
        String body = "udc_0aB9zZ7k_" + String.format("%032d", 77_000 + ADDRESSES.incrementAndGet());
        return given().header("Authorization", "Bearer " + body + ApiKey.checksum(body));
    }
}

package org.undatacube.codelists;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registry as its readers see it: code lists, their hierarchies and exchange rates, kept for a while and asked for
 * again with {@code If-None-Match}. While the registry cannot be reached the last lists read stay in use.
 */
public final class Registry {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Thrown where the registry cannot be reached and what was asked for was never read before. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private record Kept(Object value, String etag, Instant checkedAt) {}

    private final URI address;
    private final Duration keptFor;
    private final Clock clock;
    private final HttpClient http;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /**
     * @param address the registry's root, e.g. {@code http://localhost:8081}
     * @param keptFor how long a list is used before the registry is asked whether it changed
     */
    public Registry(URI address, Duration keptFor, Clock clock) {
        this.address = address;
        this.keptFor = keptFor;
        this.clock = clock;
        this.http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    /** @throws Unavailable where the registry cannot be reached and the list was never read before */
    public CodeList codeList(Dimension dimension) {
        return read(path(dimension), CodeList.class);
    }

    /**
     * The hierarchies of named groups that a question may name beside the levels of the list; closed ones are not among
     * them.
     *
     * @throws Unavailable where the registry cannot be reached and they were never read before
     */
    public List<Hierarchy> hierarchies(Dimension dimension) {
        return List.of(read(path(dimension) + "/hierarchies?detail=full", Hierarchy[].class));
    }

    /** @throws Unavailable where the registry cannot be reached and the rates were never read before */
    public ExchangeRates exchangeRates() {
        return read("/api/v1/exchange-rates", ExchangeRates.class);
    }

    /** Forgets when the lists were last checked, so that the next use asks the registry whether they changed. */
    public void recheck() {
        kept.replaceAll((path, value) -> new Kept(value.value(), value.etag(), Instant.EPOCH));
    }

    static String path(Dimension dimension) {
        return "/api/v1/code-lists/" + dimension.codeList();
    }

    /** @throws Unavailable where the registry cannot be reached and it was never read before */
    <T> T read(String path, Class<T> type) {
        Kept known = kept.get(path);
        if (known == null || known.checkedAt().plus(keptFor).isBefore(clock.instant())) {
            // concurrent readers wait for one request rather than each sending its own
            known = kept.compute(path, (key, current) -> {
                boolean fresh =
                        current != null && !current.checkedAt().plus(keptFor).isBefore(clock.instant());
                return fresh ? current : fetch(path, type, current);
            });
        }
        return type.cast(known.value());
    }

    private Kept fetch(String path, Class<?> type, Kept current) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
        if (current != null) {
            request.header("If-None-Match", current.etag());
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 304 && current != null) {
                return new Kept(current.value(), current.etag(), clock.instant());
            }
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            String etag = response.headers().firstValue("ETag").orElse("\"\"");
            return new Kept(JSON.readValue(response.body(), type), etag, clock.instant());
        } catch (IOException e) {
            if (current != null) {
                return new Kept(current.value(), current.etag(), clock.instant());
            }
            throw new Unavailable("The registry did not answer " + path, new UncheckedIOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while asking the registry for " + path, e);
        }
    }
}

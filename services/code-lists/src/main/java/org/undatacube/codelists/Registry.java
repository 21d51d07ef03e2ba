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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The registry as its readers see it: code lists, their hierarchies and exchange rates, kept for a while and asked for
 * again with {@code If-None-Match}. While the registry cannot be reached the last lists read stay in use.
 */
public final class Registry {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Longer than this a single request is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Thrown where the registry cannot be reached and what was read of it before does not tell. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * What was read last.
     *
     * @param confirmedAt when the request was sent that the registry last answered
     * @param triedAt when it was last asked, whether it answered or not
     */
    private record Reading(Object value, String etag, Instant confirmedAt, Instant triedAt) {}

    /** What is kept of an address. Concurrent readers wait for one request rather than each sending its own. */
    private static final class Place {
        private final ReentrantLock asking = new ReentrantLock();
        private volatile Reading last;
    }

    private final URI address;
    private final Duration keptFor;
    private final Clock clock;
    private final HttpClient http;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

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
        return List.of(read(hierarchiesPath(dimension), Hierarchy[].class));
    }

    /** @throws Unavailable where the registry cannot be reached and the rates were never read before */
    public ExchangeRates exchangeRates() {
        return read("/api/v1/exchange-rates", ExchangeRates.class);
    }

    /** Forgets when the lists were last checked, so that the next use asks the registry whether they changed. */
    public void recheck() {
        for (Place place : places.values()) {
            place.asking.lock();
            try {
                Reading last = place.last;
                if (last != null) {
                    place.last = new Reading(last.value(), last.etag(), last.confirmedAt(), Instant.EPOCH);
                }
            } finally {
                place.asking.unlock();
            }
        }
    }

    static String path(Dimension dimension) {
        return "/api/v1/code-lists/" + dimension.codeList();
    }

    static String hierarchiesPath(Dimension dimension) {
        return path(dimension) + "/hierarchies?detail=full";
    }

    /** @throws Unavailable where the registry cannot be reached and it was never read before */
    <T> T read(String path, Class<T> type) {
        return read(
                path,
                type,
                last -> !last.triedAt().plus(keptFor).isBefore(clock.instant()),
                true,
                Deadline.in(PATIENCE));
    }

    /**
     * Has what an address gives as it was after a moment. Where it was read after that already it is not asked for again.
     *
     * @throws Unavailable where it was not, and the registry does not answer before the deadline
     */
    <T> T readSince(Instant moment, String path, Class<T> type, Deadline deadline) {
        return read(path, type, last -> last.confirmedAt().isAfter(moment), false, deadline);
    }

    /** What was read last of an address; empty where nothing was. */
    <T> Optional<T> known(String path, Class<T> type) {
        return Optional.ofNullable(places.get(path)).map(place -> place.last).map(last -> type.cast(last.value()));
    }

    /**
     * Has what never changes; it is not kept here.
     *
     * @throws Unavailable where the registry does not answer before the deadline
     */
    <T> T readOnce(String path, Class<T> type, Deadline deadline) {
        try {
            return type.cast(ask(path, type, null, deadline).value());
        } catch (IOException e) {
            throw unavailable(path, e);
        }
    }

    private <T> T read(String path, Class<T> type, Predicate<Reading> suffices, boolean orTheLast, Deadline deadline) {
        Place place = places.computeIfAbsent(path, added -> new Place());
        Reading last = place.last;
        if (last == null || !suffices.test(last)) {
            if (!isOurs(place, path, deadline)) {
                if (last != null && orTheLast) {
                    return type.cast(last.value());
                }
                throw unavailable(path, new IOException("another request for it is not answered"));
            }
            try {
                last = place.last;
                if (last == null || !suffices.test(last)) {
                    last = askAgain(path, type, place, orTheLast, deadline);
                }
            } finally {
                place.asking.unlock();
            }
        }
        return type.cast(last.value());
    }

    private static boolean isOurs(Place place, String path, Deadline deadline) {
        try {
            return place.asking.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted(path, e);
        }
    }

    private Reading askAgain(String path, Class<?> type, Place place, boolean orTheLast, Deadline deadline) {
        Reading last = place.last;
        try {
            place.last = ask(path, type, last, deadline);
        } catch (IOException e) {
            if (last == null) {
                throw unavailable(path, e);
            }
            place.last = new Reading(last.value(), last.etag(), last.confirmedAt(), clock.instant());
            if (!orTheLast) {
                throw unavailable(path, e);
            }
        }
        return place.last;
    }

    private Reading ask(String path, Class<?> type, Reading last, Deadline deadline) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        if (last != null) {
            request.header("If-None-Match", last.etag());
        }
        Instant sentAt = clock.instant();
        HttpResponse<byte[]> response = send(request.build(), deadline);
        if (response.statusCode() == 304 && last != null) {
            return new Reading(last.value(), last.etag(), sentAt, clock.instant());
        }
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        String etag = response.headers().firstValue("ETag").orElse("\"\"");
        return new Reading(JSON.readValue(response.body(), type), etag, sentAt, clock.instant());
    }

    /** Not with the request's own time limit, which is over once the body begins. */
    private HttpResponse<byte[]> send(HttpRequest request, Deadline deadline) throws IOException {
        Duration patience = deadline.left().compareTo(PATIENCE) < 0 ? deadline.left() : PATIENCE;
        CompletableFuture<HttpResponse<byte[]>> response =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return response.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new IOException("it did not answer within " + patience, e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            throw interrupted(request.uri().toString(), e);
        }
    }

    private static Unavailable unavailable(String path, IOException cause) {
        return new Unavailable("The registry did not answer " + path, new UncheckedIOException(cause));
    }

    private static Unavailable interrupted(String path, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new Unavailable("Interrupted while asking the registry for " + path, cause);
    }
}

package org.undatacube.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A whole answer with status 200.
 *
 * @param headers never changed
 * @param body never changed
 * @param asked when the question was sent of which this is the answer, or which confirmed it
 * @param initialAge seconds that it was old when it came (RFC 9111, 4.2.3)
 * @param lifetime seconds for which it may be given without asking; 0 where each caller's question has to be asked
 */
record KeptAnswer(MultiMap headers, Buffer body, Moment asked, long initialAge, long lifetime) {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
    private static final int OVERHEAD = 512;

    /** @param headers are not changed any more */
    static KeptAnswer of(MultiMap headers, Buffer body, Moment asked) {
        return new KeptAnswer(headers, body, asked, initialAge(headers, asked), lifetime(headers));
    }

    /** The same with what a 304 says anew (RFC 9111, 4.3.4). */
    KeptAnswer confirmed(MultiMap notModified, Moment asked) {
        MultiMap renewed = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        // of before the confirmation
        renewed.remove(HttpHeaders.AGE);
        for (String name : notModified.names()) {
            if (!isOfTheBody(name)) {
                renewed.set(name, notModified.getAll(name));
            }
        }
        return of(renewed, body, asked);
    }

    private static boolean isOfTheBody(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.startsWith("content-") && !lower.equals("content-location")) || lower.equals("transfer-encoding");
    }

    String etag() {
        return headers.get(HttpHeaders.ETAG);
    }

    boolean isPublic() {
        return Directives.of(headers).has("public");
    }

    /** Seconds since the service said it. */
    long age() {
        return initialAge + asked.secondsUntilNow();
    }

    /**
     * Whether it may be given without asking.
     *
     * @param arrived when the caller's request came in
     * @param wanted what the caller says
     */
    boolean isUsable(Moment arrived, Directives wanted) {
        if (arrived.isBefore(asked)) {
            // asked anew for this very caller, among others
            return true;
        }
        long age = age();
        return age < lifetime
                && !wanted.has("no-cache")
                && age <= wanted.seconds("max-age").orElse(Long.MAX_VALUE)
                && lifetime - age >= wanted.seconds("min-fresh").orElse(0);
    }

    int weight() {
        int characters = headers.entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
        return body.length() + 2 * characters + OVERHEAD;
    }

    private static long initialAge(MultiMap headers, Moment asked) {
        Instant now = Instant.now();
        long delay = Duration.between(asked.time(), now).toSeconds();
        Instant said = date(headers.get(HttpHeaders.DATE), now);
        long apparent = Math.max(0, Duration.between(said, now).toSeconds() - delay);
        return Math.max(apparent, seconds(headers.get(HttpHeaders.AGE)));
    }

    /** Nothing is guessed: what does not say for how long it holds is asked for each time. */
    private static long lifetime(MultiMap headers) {
        Directives said = Directives.of(headers);
        if (said.has("no-cache")) {
            return 0;
        }
        OptionalLong shared = said.seconds("s-maxage");
        OptionalLong all = shared.isPresent() ? shared : said.seconds("max-age");
        if (all.isPresent() || !headers.contains(HttpHeaders.EXPIRES)) {
            return all.orElse(0);
        }
        Instant from = date(headers.get(HttpHeaders.DATE), Instant.now());
        return Math.max(
                0,
                Duration.between(from, date(headers.get(HttpHeaders.EXPIRES), from))
                        .toSeconds());
    }

    private static Instant date(String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return ZonedDateTime.parse(text, HTTP_DATE).toInstant();
        } catch (DateTimeException notADate) {
            return otherwise;
        }
    }

    private static long seconds(String text) {
        return text != null && text.matches("\\d{1,10}") ? Long.parseLong(text) : 0;
    }
}

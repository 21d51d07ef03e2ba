package org.undatacube.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The client's name for one request that changes something, so that it can be sent again where its answer got lost
 * (draft-ietf-httpapi-idempotency-key-header).
 */
public record IdempotencyKey(String text) {
    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final String EXPECTED = "1 to 255 printable ASCII characters, for example a UUID";
    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /**
     * @param header null where the request has none
     * @throws Problem (400) where it cannot be a key
     */
    public static Optional<IdempotencyKey> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.isBlank() || !FORM.matcher(header).matches()) {
            throw new Problem(CommonProblem.BAD_REQUEST, HEADER + " is " + EXPECTED + ".")
                    .with("header", HEADER)
                    .with("expected", EXPECTED);
        }
        return Optional.of(new IdempotencyKey(header));
    }
}

package org.undatacube.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;

/** A client that sends a request again, with the same idempotency key, until it is answered for good. */
final class PatientClient {
    /** The suite, or a part of it, is away, or the first try is still being answered. */
    private static final Set<Integer> TRY_AGAIN = Set.of(409, 429, 502, 503, 504);

    private final Gateway gateway;

    PatientClient(Gateway gateway) {
        this.gateway = gateway;
    }

    JsonNode post(String target, Object body, int wanted) {
        return post(target, Map.of(), body, wanted);
    }

    JsonNode post(String target, Map<String, String> headers, Object body, int wanted) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        AtomicReference<Answer> last = new AtomicReference<>();
        Await.until("POST " + target + " is answered", () -> {
            last.set(gateway.tryPost(target, all, body));
            return !TRY_AGAIN.contains(last.get().status());
        });
        return last.get().require(wanted);
    }
}

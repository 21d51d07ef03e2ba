package org.undatacube.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Keys that are revoked and replaced while they are in use, at two gateways before the same services. */
class KeyLifeIT {
    /** As the gateway is set up: two seconds, and the time that a request takes on a busy machine. */
    private static final Duration WITHIN_SECONDS = Duration.ofSeconds(5);

    private final RunningSuite suite = RunningSuite.get();
    private final Gateway administrator = suite.administrator();

    @Test
    void aRevokedKeyWorksNowhereWithinSeconds() {
        JsonNode key = newKey(Map.of("name", "to be revoked", "roles", List.of("reviewer")));
        List<Gateway> gateways = atBothGateways(key.get("key").asText());
        gateways.forEach(gateway -> assertEquals(200, audit(gateway)));

        int revoked = administrator
                .send("DELETE", "/api/v1/api-keys/" + key.get("id").asText(), null, BodyPublishers.noBody())
                .status();

        assertEquals(204, revoked);
        await().atMost(WITHIN_SECONDS).until(() -> gateways.stream().allMatch(gateway -> audit(gateway) == 401));
    }

    @Test
    void aReplacedKeyWorksBesideTheNewOneAndThenNoMore() {
        JsonNode old = newKey(Map.of("name", "to be replaced", "roles", List.of("reviewer")));
        List<Gateway> withOld = atBothGateways(old.get("key").asText());
        String rotation = "/api/v1/api-keys/" + old.get("id").asText() + "/rotation";

        JsonNode replacing =
                administrator.postJson(rotation, Map.of("overlap", "PT10S")).require(201);

        List<Gateway> withNew = atBothGateways(replacing.get("key").asText());
        withNew.forEach(gateway -> assertEquals(200, audit(gateway)));
        withOld.forEach(gateway -> assertEquals(200, audit(gateway)));
        await().atMost(Duration.ofSeconds(10).plus(WITHIN_SECONDS))
                .until(() -> withOld.stream().allMatch(gateway -> audit(gateway) == 401));
        withNew.forEach(gateway -> assertEquals(200, audit(gateway)));
    }

    @Test
    void whoPreparedWithTheOldKeyDoesNotCertifyWithTheNew() {
        JsonNode old = newKey(Map.of("name", "both", "roles", List.of("preparer", "certifier"), "entity", "UPU"));
        String submission = administrator
                .withKey(old.get("key").asText())
                .postJson("/api/v1/submissions", """
                        {"entity":"UPU","year":2023,"flow":"expense","breakdowns":[{"dimensions":["sdg"],"lines":[
                         {"sdg":"9","amount":"1000.00"}]}]}""")
                .require(201)
                .get("id")
                .asText();
        // without a body: a day
        String replacing = administrator
                .send("POST", "/api/v1/api-keys/" + old.get("id").asText() + "/rotation", null, BodyPublishers.noBody())
                .require(201)
                .get("key")
                .asText();

        administrator.withKey(replacing).step(submission, "certification").problem(403, "four-eyes");
    }

    @Test
    void nobodyNoticesThatTheSigningKeyChanges() {
        String before = signingKey();
        Gateway reviewer = suite.holderOf("reviewer", null);

        for (int round = 0; round < 3; round++) {
            assertEquals(200, audit(reviewer));
            administrator
                    .send("POST", "/api/v1/signing-keys", null, BodyPublishers.noBody())
                    .require(200);
            // the token remembered of the old key, and the first of the new one
            assertEquals(200, audit(reviewer));
            assertEquals(200, audit(suite.holderOf("reviewer", null)));
        }

        assertNotEquals(before, signingKey());
    }

    private String signingKey() {
        return administrator
                .get("/api/v1/signing-keys")
                .require(200)
                .at("/0/kid")
                .asText();
    }

    private JsonNode newKey(Map<String, ?> request) {
        return administrator.postJson("/api/v1/api-keys", request).require(201);
    }

    private List<Gateway> atBothGateways(String key) {
        return List.of(suite.anybody().withKey(key), suite.secondGateway().withKey(key));
    }

    private static int audit(Gateway gateway) {
        return gateway.get("/api/v1/audit?limit=1").status();
    }
}

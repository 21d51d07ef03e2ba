package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.KeycloakProcess;
import org.undatacube.acceptance.suite.RunningSuite;

/** Keycloak's real distribution with the project's realm: its tokens take figures from a submission to an edition. */
@Tag("nightly")
class KeycloakIT {
    private static KeycloakProcess keycloak;
    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        keycloak = KeycloakProcess.start();
        suite = RunningSuite.trusting(keycloak.provider());
    }

    @AfterAll
    static void stop() {
        try {
            if (suite != null) {
                suite.close();
            }
        } finally {
            if (keycloak != null) {
                keycloak.close();
            }
        }
    }

    @Test
    void itsTokensTakeFiguresFromASubmissionToAnEdition() {
        Gateway preparer = holder("undp-preparer");

        String id = preparer.postJson("/api/v1/submissions", """
                        {"entity":"UNDP","year":2025,"flow":"expense","breakdowns":[{"dimensions":["sdg"],"lines":[
                         {"sdg":"5","amount":"1200.50"}]}]}""")
                .require(201)
                .get("id")
                .asText();
        holder("undp-certifier").step(id, "certification").require(200);
        holder("secretariat-reviewer")
                .postJson("/api/v1/editions", Map.of("submissions", List.of(id), "title", "With Keycloak"))
                .require(201);

        String history = preparer.get("/api/v1/submissions/" + id + "/history")
                .require(200)
                .toString();
        assertTrue(history.contains("openid:"), history);
        assertEquals(
                "published",
                suite.anybody()
                        .get("/api/v1/submissions/" + id)
                        .require(200)
                        .get("status")
                        .asText());
    }

    @Test
    void itsRolesAreTheSuites() {
        holder("undp-preparer").get("/api/v1/api-keys").problem(403, "forbidden");
        holder("secretariat-reviewer").get("/api/v1/api-keys").problem(403, "forbidden");
        holder("secretariat-administrator").get("/api/v1/api-keys").require(200);
        holder("undp-preparer")
                .postCsv("/api/v1/submissions?entity=WFP&year=2025&flow=expense", "sdg,amount\n5,1\n")
                .problem(403, "forbidden");
    }

    @Test
    void itsTokenForSomebodyElseOrChangedOpensNothing() {
        refused(keycloak.tokenOfAnotherRealm());
        String token = keycloak.token("secretariat-administrator");
        int last = token.length() - 20;
        refused(token.substring(0, last) + (token.charAt(last) == 'A' ? 'B' : 'A') + token.substring(last + 1));
        refused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    private static void refused(String token) {
        Answer answer = suite.anybody().withKey(token).get("/api/v1/api-keys");
        answer.problem(401, "unauthenticated");
        assertEquals("Bearer error=\"invalid_token\"", answer.challenge());
    }

    private static Gateway holder(String client) {
        return suite.anybody().withKey(keycloak.token(client));
    }
}

package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;
import org.undatacube.http.OpenIdProvider;

/** Tokens of an OpenID Connect provider at the gateway: the good ones work as keys do, the others open nothing. */
class OpenIdIT {
    private static final OpenIdProvider PROVIDER = RunningSuite.openIdProvider();
    private static final String DRAFT = """
            {"entity":"UPU","year":2024,"flow":"expense","breakdowns":[{"dimensions":["sdg"],"lines":[
             {"sdg":"9","amount":"1000.00"}]}]}""";

    @Test
    void aPreparersAndACertifiersTokensTakeASubmissionToItsCertification() {
        Gateway preparer = holder("b7e1-preparer", List.of("preparer"), "UPU");
        Gateway certifier = holder("b7e1-certifier", List.of("certifier"), "UPU");

        JsonNode submission = preparer.postJson("/api/v1/submissions", DRAFT).require(201);
        String id = submission.get("id").asText();
        certifier.step(id, "certification").require(200);

        JsonNode history =
                preparer.get("/api/v1/submissions/" + id + "/history").require(200);
        assertTrue(history.toString().contains("openid:b7e1-preparer"), history::toString);
        assertTrue(history.toString().contains("openid:b7e1-certifier"), history::toString);
    }

    @Test
    void aTokenOfOneEntityDoesNothingForAnother() {
        holder("b7e1", List.of("preparer"), "WMO")
                .postJson("/api/v1/submissions", DRAFT)
                .problem(403, "forbidden");
    }

    @Test
    void aGoodTokenWithoutARoleGivesNoAccessAndIsToldWhichRolesThereAre() {
        JsonNode problem = holder("b7e1", List.of("guest"), "UPU")
                .get("/api/v1/submissions")
                .problem(403, "forbidden");

        assertTrue(problem.get("expected").toString().contains("preparer"), problem::toString);
    }

    @Test
    void whoSendsNothingIsToldWhatToSend() {
        Answer answer = RunningSuite.get().anybody().postJson("/api/v1/submissions", DRAFT);

        answer.problem(401, "unauthenticated");
        assertEquals("Bearer", answer.challenge());
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotGoodOpensNothing() {
        return bad().entrySet().stream()
                .map(bad -> dynamicTest(bad.getKey(), () -> {
                    Gateway gateway = RunningSuite.get().anybody().withKey(bad.getValue());
                    // what needs a role, and what is public, too: nobody is taken for somebody else than said
                    for (String target : List.of("/api/v1/api-keys", "/api/v1/audit", "/api/v1/cubes")) {
                        Answer answer = gateway.get(target);
                        JsonNode problem = answer.problem(401, "unauthenticated");
                        assertEquals("Bearer error=\"invalid_token\"", answer.challenge());
                        assertTrue(problem.get("detail").asText().length() > 20, problem::toString);
                    }
                }));
    }

    private static Map<String, String> bad() {
        Map<String, String> bad = new LinkedHashMap<>();
        JwtClaims expired = good();
        expired.setIssuedAt(NumericDate.fromSeconds(1_700_000_000));
        expired.setExpirationTime(NumericDate.fromSeconds(1_700_003_600));
        bad.put("expired", PROVIDER.sign(expired));
        JwtClaims neverEnding = good();
        neverEnding.unsetClaim("exp");
        bad.put("without an end", PROVIDER.sign(neverEnding));
        bad.put("forged with another key of the same name", PROVIDER.forge(good()));
        JwtClaims otherAudience = good();
        otherAudience.setAudience("account");
        bad.put("for another audience", PROVIDER.sign(otherAudience));
        bad.put("alg=none", OpenIdProvider.unsigned(good()));
        bad.put("signed with the public key as a secret", PROVIDER.signWithThePublicKey(good()));
        JwtClaims otherIssuer = good();
        otherIssuer.setIssuer("https://accounts.example.org");
        bad.put("naming another issuer", PROVIDER.sign(otherIssuer));
        try (OpenIdProvider other = OpenIdProvider.start()) {
            bad.put("of another issuer", other.token("b7e1", List.of("administrator"), null));
        }
        String token = PROVIDER.sign(good());
        bad.put("with its signature cut off", token.substring(0, token.lastIndexOf('.') + 1));
        bad.put("no token at all", "eyJhbGciOiJSUzI1NiJ9.e30.x");
        return bad;
    }

    private static JwtClaims good() {
        return PROVIDER.claims("b7e1", List.of("administrator"), null);
    }

    private static Gateway holder(String subject, List<String> roles, String entity) {
        return RunningSuite.get().anybody().withKey(PROVIDER.token(subject, roles, entity));
    }
}

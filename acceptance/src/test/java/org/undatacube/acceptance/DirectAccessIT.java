package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;
import org.undatacube.http.OpenIdProvider;

/** Each service at its own port, past the gateway: what is not public wants the token that the registry signs. */
class DirectAccessIT {
    private static final Map<String, Gateway> SERVICES = RunningSuite.get().servicesDirectly();
    private static final Map<String, List<Operation>> OPERATIONS = SERVICES.entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    service -> Operation.of(
                            service.getValue().get("/openapi?format=json").require(200))));

    private static Map<String, String> notTheToken;

    @BeforeAll
    static void makeCredentials() throws JoseException {
        notTheToken = new LinkedHashMap<>();
        notTheToken.put("an administrator's bare key", RunningSuite.get().administratorKey());
        notTheToken.put(
                "the provider's token", RunningSuite.openIdProvider().token("b7e1", List.of("administrator"), null));
        notTheToken.put(
                "a token signed by somebody", signedBySomebody(UUID.randomUUID().toString()));
        notTheToken.put("a token signed by somebody in the registry's name", signedBySomebody(registrysKid()));
        notTheToken.put("an unsigned token", OpenIdProvider.unsigned(claims()));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNotPublic() {
        return OPERATIONS.entrySet().stream()
                .flatMap(service -> service.getValue().stream()
                        .filter(operation -> operation.roles().isPresent())
                        .flatMap(operation -> tests(SERVICES.get(service.getKey()), operation)));
    }

    private static Stream<DynamicTest> tests(Gateway service, Operation operation) {
        return Stream.concat(
                Stream.of(dynamicTest(operation + " with nothing", () -> refused(service, operation))),
                notTheToken.entrySet().stream()
                        .map(credentials -> dynamicTest(
                                operation + " with " + credentials.getKey(),
                                () -> refused(service.withKey(credentials.getValue()), operation))));
    }

    private static void refused(Gateway service, Operation operation) {
        Answer answer = ask(service, operation);
        assertEquals(401, answer.status(), answer::toString);
        assertEquals("Bearer", answer.challenge());
    }

    /** Without this the test above would say nothing. */
    @Test
    void takesTheTokenThatTheRegistrySigns() {
        String token = SERVICES.get("registry")
                .postJson("/identity/tokens", Map.of("key", RunningSuite.get().administratorKey()))
                .require(200)
                .get("token")
                .asText();

        assertEquals(
                200,
                SERVICES.get("registry").withKey(token).get("/api/v1/api-keys").status());
        assertEquals(
                200,
                SERVICES.get("contributions")
                        .withKey(token)
                        .get("/api/v1/audit")
                        .status());
        assertNotEquals(
                401,
                SERVICES.get("aggregation").withKey(token).get("/api/v1/cubes").status());
    }

    /** Beside what the gateway routes to, which {@link AccessIT} walks, and the feed of what is published. */
    @Test
    void whatServicesSayToEachOtherIsThisAndNoMore() {
        Set<String> routed =
                Operation.of(RunningSuite.get()
                                .administrator()
                                .get("/openapi?format=json")
                                .require(200))
                        .stream()
                        .map(Operation::toString)
                        .collect(Collectors.toSet());

        assertEquals(
                Set.of("post /identity/tokens", "get /identity/jwks"),
                OPERATIONS.values().stream()
                        .flatMap(List::stream)
                        .map(Operation::toString)
                        .filter(operation -> !routed.contains(operation))
                        .collect(Collectors.toSet()));
    }

    @Test
    void aServiceHasNoDoorOfItsFrameworkOpen() {
        SERVICES.forEach((name, service) -> {
            for (String door : List.of("/q/dev-ui", "/q/arc", "/q/dev-v1/", "/q/info", "/q/openapi")) {
                assertEquals(404, service.get(door).status(), name + door);
            }
        });
    }

    private static Answer ask(Gateway service, Operation operation) {
        return service.send(
                operation.method().toUpperCase(Locale.ROOT),
                operation.path().replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000"),
                operation.contentType().orElse(null),
                operation.contentType().isPresent() ? BodyPublishers.ofString("?") : BodyPublishers.noBody());
    }

    private static String registrysKid() {
        JsonNode keys = SERVICES.get("registry").get("/identity/jwks").require(200);
        return keys.at("/keys/0/kid").asText();
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://undatacube.org/registry");
        claims.setAudience("undatacube");
        claims.setSubject("somebody");
        claims.setStringClaim("upn", "somebody");
        claims.setStringListClaim("groups", "administrator");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        return claims;
    }

    private static String signedBySomebody(String kid) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims().toJson());
        signature.setKeyIdHeaderValue(kid);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }
}

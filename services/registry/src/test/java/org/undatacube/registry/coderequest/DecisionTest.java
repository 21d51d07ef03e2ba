package org.undatacube.registry.coderequest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.undatacube.registry.RunningRegistry;

@RunningRegistry
class DecisionTest {
    private static final String LIST = "/api/v1/code-lists/contributors";

    @Inject
    Requests requests;

    private KeyHolder unep;
    private KeyHolder reviewer;

    @BeforeEach
    void startAnew() throws SQLException {
        requests.startAnew();
        unep = KeyHolder.preparerOf("UNEP");
        reviewer = KeyHolder.reviewer();
    }

    @Test
    void aGrantedCodeIsInTheListAtOnceWithWhoAndWhy() {
        Map<String, Object> wanted = Requests.foundation("website", "https://norf.example.org");
        wanted.put("iatiOrganisation", "NO-BRC-987654321");
        String id = unep.asked(wanted);

        reviewer.decide(id, Map.of("decision", "granted", "comment", "Welcome"))
                .then()
                .statusCode(200)
                .body("status", equalTo("granted"))
                .body("granted.code", equalTo("NORFO"))
                .body("granted.href", equalTo(LIST + "/codes/NORFO"))
                .body("steps.status", contains("requested", "granted"))
                .body("steps[1].comment", equalTo("Welcome"))
                .body("steps[1].by", matchesPattern("[0-9A-Za-z]{8}"));

        given().get(LIST + "/codes/NORFO")
                .then()
                .statusCode(200)
                .body("level", equalTo("contributor"))
                .body("parent", equalTo("C05"))
                .body("label.en", equalTo("Nordic Ocean Research Foundation"))
                .body("attributes.country", equalTo("NO"))
                .body("attributes.website", equalTo("https://norf.example.org"))
                .body("attributes.iatiOrganisation", equalTo("NO-BRC-987654321"));
        String decider = reviewer.read(id).path("steps[1].by");
        given().get(LIST + "/versions")
                .then()
                .body("[0].version", equalTo("1.1.0"))
                .body("[0].added", equalTo(1))
                .body("[0].madeBy", equalTo(decider))
                .body("[0].reason", equalTo("Granted on the request " + id));
    }

    @Test
    void theSecretariatMayGrantInOtherWordsThanWereAsked() {
        String id = unep.asked(Requests.foundation("name", "NORDIC OCEAN RESEARCH FOUNDATION"));

        reviewer.decide(
                        id,
                        Map.of(
                                "decision", "granted",
                                "code", "NORF",
                                "name", "Nordic Ocean Research Foundation",
                                "type", "C02"))
                .then()
                .statusCode(200)
                .body("code", equalTo("NORFO"))
                .body("granted.code", equalTo("NORF"))
                .body("granted.type", equalTo("C02"));

        given().get(LIST + "/codes/NORF").then().body("parent", equalTo("C02"));
        given().get(LIST + "/codes/NORFO").then().statusCode(404);
    }

    @Test
    void whatIsGrantedMustKeepTheConstraintsToo() {
        String id = unep.asked(Requests.foundation());

        reviewer.decide(id, Map.of("decision", "granted", "code", "C05", "type", "C01", "country", "no"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/registry/code-request-rejected"))
                .body("findings.constraint", contains("COUNTRY-UNKNOWN", "CODE-TAKEN"));

        reviewer.read(id).then().body("status", equalTo("requested")).body("steps", hasSize(1));
        given().get(LIST).then().body("version", equalTo("1.0.0"));
    }

    @Test
    void aRefusalSaysWhyAndChangesNoList() {
        String id = unep.asked(Requests.foundation());
        reviewer.decide(id, Map.of("decision", "refused", "comment", " "))
                .then()
                .statusCode(422)
                .body("findings.constraint", contains("COMMENT-LENGTH"));
        reviewer.decide(id, Map.of("decision", "maybe"))
                .then()
                .statusCode(422)
                .body("findings.constraint", contains("DECISION-UNKNOWN"))
                .body("findings[0].expected", equalTo("granted or refused"));

        reviewer.decide(id, Map.of("decision", "refused", "comment", "Report under NO"))
                .then()
                .statusCode(200)
                .body("status", equalTo("refused"))
                .body("granted", nullValue());

        unep.read(id).then().body("steps[1].comment", equalTo("Report under NO"));
        given().get(LIST).then().body("version", equalTo("1.0.0"));
    }

    @Test
    void aRequestEndsOnce() {
        for (String end : List.of("granted", "refused", "withdrawn")) {
            String id = unep.asked(Requests.foundation("name", "Foundation that is " + end, "code", null));
            end(id, end).then().statusCode(200);

            for (String again : List.of("granted", "refused", "withdrawn")) {
                end(id, again)
                        .then()
                        .statusCode(409)
                        .contentType("application/problem+json")
                        .body("type", equalTo("/problems/registry/code-request-ended"))
                        .body("status", equalTo(409))
                        .body("requestStatus", equalTo(end));
            }
            reviewer.read(id).then().body("steps.status", contains("requested", end));
        }
    }

    @RepeatedTest(3)
    void ofTwoGrantsOfOneCodeAtTheSameTimeOneSucceeds() throws Exception {
        List<Callable<Integer>> grants = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(2);
        for (String entity : List.of("UNEP", "WFP")) {
            String id = KeyHolder.preparerOf(entity)
                    .asked(Requests.foundation("name", "Foundation of friends of " + entity));
            KeyHolder secretariat = KeyHolder.reviewer();
            grants.add(() -> {
                together.await(10, TimeUnit.SECONDS);
                return secretariat.grant(id).statusCode();
            });
        }

        assertEquals(List.of(200, 422), inParallel(grants));

        given().get(LIST).then().body("version", equalTo("1.1.0"));
        reviewer.list("?status=granted").then().body("requests", hasSize(1));
        reviewer.list("?status=requested").then().body("requests", hasSize(1));
    }

    @RepeatedTest(3)
    void ofAGrantAndAWithdrawalAtTheSameTimeOneSucceeds() throws Exception {
        String id = unep.asked(Requests.foundation());
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = inParallel(List.of(
                () -> {
                    together.await(10, TimeUnit.SECONDS);
                    return end(id, "granted").statusCode();
                },
                () -> {
                    together.await(10, TimeUnit.SECONDS);
                    return end(id, "withdrawn").statusCode();
                }));

        assertEquals(List.of(200, 409), statuses);
        boolean granted = reviewer.read(id).path("status").equals("granted");
        given().get(LIST + "/codes/NORFO").then().statusCode(granted ? 200 : 404);
    }

    @Test
    void theDatabaseRefusesWhatTheRulesRefuse() throws SQLException {
        String id = unep.asked(Requests.foundation());
        String withdrawal = "insert into code_request_step (request, number, status, taken_at, taken_by, findings)"
                + " values ('" + id + "', %d, '%s', now(), 'somebody', '[]')";
        requests.execute(withdrawal.formatted(2, "withdrawn"));

        for (String wrong : List.of(
                "update code_request set name = 'Another'",
                "delete from code_request_step",
                "update code_request_step set status = 'granted'",
                withdrawal.formatted(2, "withdrawn"),
                withdrawal.formatted(3, "withdrawn"),
                withdrawal.formatted(2, "refused"),
                withdrawal.formatted(2, "granted"))) {
            assertThrows(SQLException.class, () -> requests.execute(wrong), wrong);
        }
    }

    private Response end(String id, String how) {
        return switch (how) {
            case "withdrawn" -> unep.withdraw(id);
            case "granted" -> reviewer.grant(id);
            default -> reviewer.decide(id, Map.of("decision", how, "comment", "No"));
        };
    }

    private static List<Integer> inParallel(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
    }
}

package org.undatacube.contributions;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;

@QuarkusTest
class IdempotencyTest {
    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final Client UNICEF = new Client("key-unicef-1", Role.PREPARER, "UNICEF");

    @Inject
    DataSource dataSource;

    private final String key = UUID.randomUUID().toString();

    @Test
    void givesTheSameAnswerWithoutDoingItAgain() throws SQLException {
        int before = stored();
        Response first = post(UNICEF, key, body(1));

        Response second = post(UNICEF, key, body(1));

        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertEquals(first.header(header), second.header(header), header);
        }
        second.then().header("Idempotent-Replayed", "true");
        first.then().header("Idempotent-Replayed", nullValue());
        assertEquals(before + 1, stored());
    }

    @Test
    void refusesTheKeyOfAnotherRequest() throws SQLException {
        int before = stored();
        post(UNICEF, key, body(1)).then().statusCode(201);

        post(UNICEF, key, body(2))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/contributions/idempotency-key-reused"));
        UNICEF.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body(1))
                .post(SUBMISSIONS + "?draft=true")
                .then()
                .statusCode(422);

        assertEquals(before + 1, stored());
    }

    @Test
    void takesAKeyForEachCallerApart() {
        Client colleague = new Client("key-unicef-2", Role.PREPARER, "UNICEF");

        String one = post(UNICEF, key, body(1)).path("id");
        String other = post(colleague, key, body(1)).path("id");

        assertNotEquals(one, other);
    }

    @Test
    void leavesAKeyFreeWhereTheRequestWasRefused() {
        post(UNICEF, key, body(1).replace("UNICEF", "UNDP")).then().statusCode(403);
        post(UNICEF, key, "{").then().statusCode(400);
        post(UNICEF, key, body(1).replace("1}", "\"x\"}")).then().statusCode(422);

        post(UNICEF, key, body(1)).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void refusesWhatCannotBeAKey() {
        for (String bad : List.of("cl\u00e9", "a".repeat(256))) {
            post(UNICEF, bad, body(1)).then().statusCode(400).body("header", equalTo("Idempotency-Key"));
        }
        post(UNICEF, "a".repeat(255 - 36) + key, body(1)).then().statusCode(201);
    }

    @RepeatedTest(5)
    void makesOneSubmissionHoweverManySendItAtOnce() throws Exception {
        int before = stored();
        CyclicBarrier together = new CyclicBarrier(6);

        List<Response> answers = Parallel.run(6, thread -> {
            together.await(30, TimeUnit.SECONDS);
            return post(UNICEF, key, body(1));
        });

        assertEquals(before + 1, stored());
        Set<Integer> statuses = answers.stream().map(Response::statusCode).collect(Collectors.toSet());
        assertTrue(Set.of(201, 409).containsAll(statuses), statuses::toString);
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> answer.path("id"))
                        .distinct()
                        .count());
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> answer.then().body("type", equalTo("/problems/contributions/idempotency-conflict")));
        assertEquals(before + 1, stored());
    }

    @Test
    void saysThatTheFirstIsStillAtWork() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            connection.setAutoCommit(false);
            lock.setString(1, UNICEF.name() + "\n" + key);
            lock.execute();

            post(UNICEF, key, body(1))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/contributions/idempotency-conflict"));
            connection.rollback();
        }
        post(UNICEF, key, body(1)).then().statusCode(201);
    }

    @Test
    void forgetsAfterAWeek() throws SQLException {
        String old = post(UNICEF, key, body(1)).path("id");
        age(key, "6 days 23 hours");
        assertEquals(old, post(UNICEF, key, body(1)).path("id"));
        age(key, "7 days 1 minute");

        String anew =
                post(UNICEF, key, body(2)).then().statusCode(201).extract().path("id");

        assertNotEquals(old, anew);
        String gone = UUID.randomUUID().toString();
        post(UNICEF, gone, body(1));
        age(gone, "8 days");
        post(UNICEF, UUID.randomUUID().toString(), body(1)).then().statusCode(201);
        assertEquals(0, kept(gone));
    }

    @Test
    void certifiesAndPublishesOnce() {
        Client certifier = new Client("key-unicef-3", Role.CERTIFIER, "UNICEF");
        String id = UNICEF.submit(body(1));
        String again = "certify " + key;

        for (int time = 0; time < 2; time++) {
            certifier
                    .request()
                    .header("Idempotency-Key", again)
                    .header("If-Match", "\"1\"")
                    .contentType("application/json")
                    .body(Map.of("comment", "good"))
                    .post(SUBMISSIONS + "/" + id + "/certification")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("status", equalTo("certified"));
        }
        int edition = publish(id).then().statusCode(201).extract().path("edition");
        publish(id).then().statusCode(201).body("edition", equalTo(edition));
        UNICEF.request().get(SUBMISSIONS + "/" + id + "/history").then().body("steps", hasSize(4));
    }

    private Response publish(String id) {
        return Client.SECRETARIAT
                .request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("submissions", List.of(id)))
                .post("/api/v1/editions");
    }

    private static Response post(Client client, String key, String body) {
        RequestSpecification request = client.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body);
        return request.post(SUBMISSIONS);
    }

    private int stored() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from submission where entity = 'UNICEF'");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private void age(String aged, String by) throws SQLException {
        String sql = "update idempotent_request set answered_at = ?::timestamptz - ?::interval where key = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, TestClock.BEGIN.toString());
            update.setString(2, by);
            update.setString(3, aged);
            update.executeUpdate();
        }
    }

    private int kept(String asked) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from idempotent_request where key = ?")) {
            select.setString(1, asked);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static String body(int amount) {
        return "{\"entity\":\"UNICEF\",\"year\":2021,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[{\"amount\":"
                + amount + "}]}]}";
    }
}

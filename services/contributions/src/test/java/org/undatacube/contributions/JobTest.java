package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;

@QuarkusTest
class JobTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");
    private static final Set<String> UNFINISHED = Set.of("queued", "running");
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    DataSource dataSource;

    @TestHTTPResource
    URI address;

    @Test
    void answersWithAJobWhereTheClientRatherNotWaits() {
        Response accepted = submitLater("function,amount\nE01,1\ne01,2\n", null);

        accepted.then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/jobs/" + accepted.path("id")))
                .body("state", equalTo("queued"))
                .body("path", equalTo("/api/v1/submissions"));
        JsonPath job = finished(accepted.path("id"));
        assertEquals("succeeded", job.getString("state"));
        assertEquals(28, job.getInt("bytesRead"));
        assertEquals(job.getString("id"), accepted.path("id"));

        Response result = Client.UNDP.request().get(job.getString("resultHref"));
        result.then()
                .statusCode(201)
                .header("Location", endsWith(job.getString("location")))
                .header("ETag", "\"1\"")
                .body("status", equalTo("validated"))
                .body("findings.note", equalTo(1));
        Draft submission = new Draft(result.path("id"), Client.UNDP);
        submission
                .get("/history")
                .then()
                .body("steps.action", contains("created", "validated"))
                .body("steps.actor", contains("key-undp", "key-undp"));
    }

    @Test
    void keepsTheProblemOfWhatIsRejected() {
        String rejected = submitLater("function,amount\nE99,1\n", null).path("id");
        JsonPath job = finished(rejected);

        assertEquals("failed", job.getString("state"));
        Client.UNDP
                .request()
                .get(job.getString("resultHref"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/contributions/submission-rejected"))
                .body("findings.rule", contains("UNKNOWN-CODE"));
        String ofOthers = Client.WFP
                .request()
                .header("Prefer", "respond-async")
                .contentType("text/csv")
                .queryParams(UNDP_2024)
                .body("amount\n1\n")
                .post("/api/v1/submissions")
                .path("id");
        assertEquals("failed", finished(ofOthers).getString("state"));
        Client.WFP.request().get("/api/v1/jobs/" + ofOthers + "/result").then().statusCode(403);
        String malformed = submitLater("amount\n\"1", null).path("id");
        finished(malformed);
        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + malformed + "/result")
                .then()
                .statusCode(400);
    }

    @Test
    void givesTheSameJobToTheSameKey() {
        String key = UUID.randomUUID().toString();

        Response first = submitLater("amount\n1\n", key);
        finished(first.path("id"));
        Response again = submitLater("amount\n1\n", key);

        again.then().statusCode(202).header("Idempotent-Replayed", notNullValue());
        assertEquals(first.asString(), again.asString());
        submitLater("amount\n2\n", key).then().statusCode(422);
    }

    @Test
    void makesJobsOfLargeBodiesUnlessTheClientWaits() {
        String csv = "amount,note\n" + ("1," + "x".repeat(1_000) + "\n").repeat(34_000);

        Response large = Client.UNDP.postCsv(csv, UNDP_2024);
        large.then().statusCode(202).body("bytes", equalTo(csv.length()));
        assertEquals(34_000, finished(large.path("id")).getInt("rowsRead"));
        Client.UNDP
                .request()
                .header("Prefer", "wait=600")
                .contentType("text/csv")
                .queryParams(UNDP_2024)
                .body(csv)
                .post("/api/v1/submissions")
                .then()
                .statusCode(201);
    }

    @Test
    void tellsItsProgressAsEvents() throws Exception {
        String id = submitLater("amount\n1\n", null).path("id");
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/jobs/" + id))
                .header("Authorization", "Bearer " + Client.UNDP.token())
                .header("Accept", "text/event-stream")
                .timeout(LONG)
                .build();

        String events = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();

        List<String> last = events.strip()
                .lines()
                .skip(Math.max(0, events.strip().lines().count() - 2))
                .toList();
        assertTrue(last.stream().anyMatch(line -> line.replace(" ", "").equals("event:end")), events);
        assertTrue(last.stream().anyMatch(line -> line.contains("\"state\":\"succeeded\"")), events);
    }

    @Test
    void storesNothingOnceItIsCancelled() throws SQLException {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        String id;
        try (Connection held = hold(draft)) {
            id = appendLater(draft).then().statusCode(202).extract().path("id");

            Client.UNDP
                    .request()
                    .delete("/api/v1/jobs/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"));
            Client.UNDP
                    .request()
                    .delete("/api/v1/jobs/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"));
            held.rollback();
        }
        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + id + "/result")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/job-without-result"))
                .body("state", equalTo("cancelled"));
        // only with the same version can this be the first change
        draft.append("{\"amount\":1}").then().statusCode(201).body("submission.version", equalTo(2));
    }

    @RepeatedTest(10)
    void hasAnEffectOrIsCancelledAtWhateverMoment() {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        String id = Client.UNDP
                .request()
                .header("If-Match", "\"1\"")
                .header("Prefer", "respond-async")
                .contentType("text/csv")
                .body("amount\n" + "1\n".repeat(20_000))
                .post(draft.path("/lines"))
                .path("id");

        int cancelled = Client.UNDP.request().delete("/api/v1/jobs/" + id).statusCode();

        assertTrue(Set.of(200, 409).contains(cancelled));
        boolean appended = finished(id).getString("state").equals("succeeded");
        assertEquals(cancelled == 409, appended);
        draft.append("{\"amount\":1}")
                .then()
                .statusCode(201)
                .body("submission.breakdowns[0].lines", equalTo(appended ? 20_002 : 2));
    }

    @Test
    void saysThatItWasInterruptedWhereItsProcessIsGone() throws SQLException {
        UUID lost = UUID.randomUUID();
        insert(lost, "31 seconds", null);
        UUID alive = UUID.randomUUID();
        insert(alive, "5 seconds", null);
        UUID upload = UUID.randomUUID();
        UUID lostUpload = UUID.randomUUID();
        insert(lostUpload, "1 hour", upload);

        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + lost)
                .then()
                .body("state", equalTo("interrupted"))
                .body("advice", containsString("Send the request again"))
                .body("finishedAt", notNullValue());
        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + alive)
                .then()
                .body("state", equalTo("running"))
                .body("advice", nullValue());
        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + lostUpload)
                .then()
                .body("advice", containsString("upload=" + upload));
        Client.UNDP
                .request()
                .delete("/api/v1/jobs/" + lost)
                .then()
                .statusCode(409)
                .body("state", equalTo("interrupted"));
    }

    @Test
    void hasNoEffectOnceItWasTakenForLost() throws SQLException {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        String id;
        try (Connection held = hold(draft)) {
            id = appendLater(draft).path("id");
            try (Connection other = dataSource.getConnection();
                    PreparedStatement update = other.prepareStatement(
                            "update job set state = 'interrupted', finished_at = now() where id = ?")) {
                update.setObject(1, UUID.fromString(id));
                update.executeUpdate();
            }
            held.rollback();
        }

        assertEquals("interrupted", finished(id).getString("state"));
        draft.append("{\"amount\":1}").then().statusCode(201).body("submission.breakdowns[0].lines", equalTo(2));
    }

    @Test
    void takesNoMoreThanItCanHold() throws SQLException {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        List<String> jobs = new ArrayList<>();
        try (Connection held = hold(draft)) {
            Response answer = appendLater(draft);
            while (answer.statusCode() == 202 && jobs.size() < 50) {
                jobs.add(answer.path("id"));
                answer = appendLater(draft);
            }
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", "30")
                    .body("type", equalTo("/problems/contributions/jobs-full"));
            held.rollback();
        }

        assertTrue(jobs.size() <= 18, () -> jobs.size() + " jobs");
        List<String> states =
                jobs.stream().map(id -> finished(id).getString("state")).toList();
        assertEquals(1, states.stream().filter("succeeded"::equals).count(), states::toString);
        submitLater("amount\n1\n", null).then().statusCode(202);
    }

    @Test
    void isSeenByItsEntityAndTheSecretariatOnly() {
        String path = "/api/v1/jobs/" + submitLater("amount\n1\n", null).path("id");

        new Client("key-undp-certifier", Role.CERTIFIER, "UNDP")
                .request()
                .get(path)
                .then()
                .statusCode(200);
        Client.SECRETARIAT.request().get(path).then().statusCode(200);
        for (String part : List.of("", "/result")) {
            Client.WFP.request().get(path + part).then().statusCode(404);
            given().get(path + part).then().statusCode(401);
        }
        Client.WFP.request().accept("text/event-stream").get(path).then().statusCode(404);
        Client.WFP.request().delete(path).then().statusCode(404);
        new Client("key-undp-certifier", Role.CERTIFIER, "UNDP")
                .request()
                .delete(path)
                .then()
                .statusCode(403);
        Client.UNDP.request().get("/api/v1/jobs/1").then().statusCode(404);
    }

    @Test
    void forgetsAfterAWeek() throws SQLException {
        UUID old = UUID.randomUUID();
        insert(old, "1 hour", null);
        Client.UNDP.request().get("/api/v1/jobs/" + old).then().statusCode(200);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update job set finished_at = now() - interval '8 days' where id = ?")) {
            update.setObject(1, old);
            update.executeUpdate();
        }

        submitLater("amount\n1\n", null).then().statusCode(202);

        Client.UNDP.request().get("/api/v1/jobs/" + old).then().statusCode(404);
    }

    @Test
    void saysWhatItTakesAtMost() {
        given().get("/api/v1/submission-limits")
                .then()
                .statusCode(200)
                .body("bodyBytes", equalTo(67_108_864))
                .body("breakdowns", equalTo(64))
                .body("findingsListed", equalTo(1_000))
                .body("idempotencyKeysKeptFor", equalTo("PT168H"))
                .body("jobs.fromBytes", equalTo(33_554_432))
                .body("jobs.atOnce", equalTo(2))
                .body("uploads.bytes", equalTo(1_073_741_824))
                .body("uploads.keptFor", equalTo("PT168H"));
    }

    private static Response submitLater(String csv, String key) {
        var request = Client.UNDP.request();
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.header("Prefer", "respond-async; wait=10, handling=strict")
                .contentType("text/csv")
                .queryParams(UNDP_2024)
                .body(csv)
                .post("/api/v1/submissions");
    }

    private static Response appendLater(Draft draft) {
        return Client.UNDP
                .request()
                .header("If-Match", "\"1\"")
                .header("Prefer", "respond-async")
                .contentType("text/csv")
                .body("amount\n1\n")
                .post(draft.path("/lines"));
    }

    /** The job once it has come to its end. */
    private static JsonPath finished(String id) {
        long deadline = System.nanoTime() + LONG.toNanos();
        JsonPath job = Client.SECRETARIAT.request().get("/api/v1/jobs/" + id).jsonPath();
        while (UNFINISHED.contains(job.getString("state"))) {
            assertTrue(System.nanoTime() < deadline, job::prettify);
            job = Client.SECRETARIAT.request().get("/api/v1/jobs/" + id).jsonPath();
        }
        return job;
    }

    /** Keeps everybody from changing a draft until it is rolled back. */
    private Connection hold(Draft draft) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select 1 from submission where id = ? for update")) {
            lock.setObject(1, UUID.fromString(draft.id()));
            lock.execute();
        }
        return connection;
    }

    private void insert(UUID id, String age, UUID upload) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into job (id, owner, entity, state, path, upload, bytes, started_at, heartbeat) values"
                                + " (?, 'key-undp', 'UNDP', 'running', '/api/v1/submissions', ?, 1, now(),"
                                + " now() - ?::interval)")) {
            insert.setObject(1, id);
            insert.setObject(2, upload, Types.OTHER);
            insert.setString(3, age);
            insert.executeUpdate();
        }
    }
}

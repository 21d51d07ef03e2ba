package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;

/** Requests that are answered before they are done. */
@QuarkusTest
class JobTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TestHTTPResource
    URI address;

    @Test
    void answersWithAJobWhereTheClientRatherNotWaits() {
        Response accepted = Jobs.submitLater("function,amount\nE01,1\ne01,2\n", null);

        accepted.then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/jobs/" + accepted.path("id")))
                .body("state", equalTo("queued"))
                .body("path", equalTo("/api/v1/submissions"));
        JsonPath job = Jobs.finished(accepted.path("id"));
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
        String rejected = Jobs.submitLater("function,amount\nE99,1\n", null).path("id");
        JsonPath job = Jobs.finished(rejected);

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
                .queryParams(Jobs.UNDP_2024)
                .body("amount\n1\n")
                .post("/api/v1/submissions")
                .path("id");
        assertEquals("failed", Jobs.finished(ofOthers).getString("state"));
        Client.WFP.request().get("/api/v1/jobs/" + ofOthers + "/result").then().statusCode(403);
        String malformed = Jobs.submitLater("amount\n\"1", null).path("id");
        Jobs.finished(malformed);
        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + malformed + "/result")
                .then()
                .statusCode(400);
    }

    @Test
    void givesTheSameJobToTheSameKey() {
        String key = UUID.randomUUID().toString();

        Response first = Jobs.submitLater("amount\n1\n", key);
        Jobs.finished(first.path("id"));
        Response again = Jobs.submitLater("amount\n1\n", key);

        again.then().statusCode(202).header("Idempotent-Replayed", notNullValue());
        assertEquals(first.asString(), again.asString());
        Jobs.submitLater("amount\n2\n", key).then().statusCode(422);
    }

    @Test
    void makesJobsOfLargeBodiesUnlessTheClientWaits() {
        String csv = "amount,note\n" + ("1," + "x".repeat(1_000) + "\n").repeat(34_000);

        Response large = Client.UNDP.postCsv(csv, Jobs.UNDP_2024);
        large.then().statusCode(202).body("bytes", equalTo(csv.length()));
        assertEquals(34_000, Jobs.finished(large.path("id")).getInt("rowsRead"));
        Client.UNDP
                .request()
                .header("Prefer", "wait=600")
                .contentType("text/csv")
                .queryParams(Jobs.UNDP_2024)
                .body(csv)
                .post("/api/v1/submissions")
                .then()
                .statusCode(201);
    }

    @Test
    void tellsItsProgressAsEvents() throws Exception {
        String id = Jobs.submitLater("amount\n1\n", null).path("id");
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
    void isSeenByItsEntityAndTheSecretariatOnly() {
        String path = "/api/v1/jobs/" + Jobs.submitLater("amount\n1\n", null).path("id");

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
}

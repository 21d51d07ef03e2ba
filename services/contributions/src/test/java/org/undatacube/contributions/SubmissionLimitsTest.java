package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How much is taken at once. */
@QuarkusTest
class SubmissionLimitsTest {
    @Inject
    DataSource dataSource;

    @Test
    void takesNoMoreThanItCanHold() throws SQLException {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        List<String> jobs = new ArrayList<>();
        try (Connection held = Jobs.hold(dataSource, draft)) {
            Response answer = Jobs.appendLater(draft);
            while (answer.statusCode() == 202 && jobs.size() < 50) {
                jobs.add(answer.path("id"));
                answer = Jobs.appendLater(draft);
            }
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", "30")
                    .body("type", equalTo("/problems/contributions/jobs-full"));
            held.rollback();
        }

        assertTrue(jobs.size() <= 18, () -> jobs.size() + " jobs");
        List<String> states =
                jobs.stream().map(id -> Jobs.finished(id).getString("state")).toList();
        assertEquals(1, states.stream().filter("succeeded"::equals).count(), states::toString);
        Jobs.submitLater("amount\n1\n", null).then().statusCode(202);
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
}

package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.undatacube.aggregation.published.Published;

/** What tests wait for at the running service. */
final class LiveService {
    static final String EXPENSE = "/api/v1/cubes/expense/aggregate";

    private LiveService() {}

    static JsonPath health() {
        return given().get("/q/health/ready").jsonPath();
    }

    /** Waits until the total of all expenses in the last edition is this. */
    static void awaitTotal(String amount) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> amount.equals(given().get(EXPENSE).jsonPath().getString("total.amount")));
    }

    /** Waits until this very sample is asked: another one adds up to the same but has other submissions. */
    static void awaitSample(Published sample) {
        String submission =
                sample.changes().get(1).publications().get(0).submission().toString();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> given().get("/api/v1/cubes/expense/diff?from=1&to=2")
                        .jsonPath()
                        .getList("submissions.submission")
                        .contains(submission));
        awaitTotal("507.00");
    }
}

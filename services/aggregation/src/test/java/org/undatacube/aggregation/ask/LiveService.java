package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;

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
}

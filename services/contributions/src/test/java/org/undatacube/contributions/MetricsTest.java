package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.undatacube.http.PrometheusText;

@QuarkusTest
class MetricsTest {
    @Test
    void countsFindingsByRuleAndSeverity() {
        double unknown = value("datacube_findings_total", "rule=\"UNKNOWN-CODE\"", "severity=\"reject\"");
        double alias = value("datacube_findings_total", "rule=\"ALIAS-TAKEN\"", "severity=\"note\"");

        Client.UNDP
                .postJson(Expense.of("{\"amount\":1,\"location\":\"Malii\"},{\"amount\":1,\"location\":\"Mallii\"}"))
                .then()
                .statusCode(422);
        Client.UNDP.submit(Expense.of("{\"amount\":1,\"location\":\"mli\"}"));

        assertEquals(unknown + 2, value("datacube_findings_total", "rule=\"UNKNOWN-CODE\"", "severity=\"reject\""));
        assertEquals(alias + 1, value("datacube_findings_total", "rule=\"ALIAS-TAKEN\"", "severity=\"note\""));
    }

    @Test
    void countsSubmissionsByStatusAndTellsTheEdition() {
        await().until(() -> !Double.isNaN(value("datacube_submissions", "status=\"published\"")));
        double published = value("datacube_submissions", "status=\"published\"");

        int edition = Client.SECRETARIAT.edition(Client.UNDP.submit(
                "{\"entity\":\"UNDP\",\"year\":2015,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":["
                        + "{\"location\":\"ML\",\"amount\":1}]}]}"));

        await().until(() -> value("datacube_published_edition") == edition);
        assertEquals(published + 1, value("datacube_submissions", "status=\"published\""));
    }

    @Test
    void countsRequestsByRoute() {
        double before =
                value("http_server_requests_seconds_count", "uri=\"/api/v1/submissions/{id}\"", "status=\"404\"");

        given().get("/api/v1/submissions/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404);

        await().until(() ->
                value("http_server_requests_seconds_count", "uri=\"/api/v1/submissions/{id}\"", "status=\"404\"")
                        == before + 1);
    }

    private static double value(String name, String... labels) {
        return new PrometheusText(
                        when().get("/metrics").then().statusCode(200).extract().asString())
                .sum(name, labels);
    }
}

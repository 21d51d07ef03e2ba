package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** It is the 30th of June 2025. */
@QuarkusTest
class ReportingWindowTest {
    private static final String WINDOWS = "/api/v1/reporting-windows";
    private static final Map<String, String> PAST =
            Map.of("opens", "2025-01-15T00:00:00Z", "deadline", "2025-05-31T23:59:59Z");
    private static final Map<String, String> PRESENT =
            Map.of("opens", "2025-01-15T00:00:00Z", "deadline", "2025-06-30T12:00:00Z");
    private static final Map<String, String> EXTENSION =
            Map.of("deadline", "2025-07-31T23:59:59Z", "reason", "The audit is late");

    @Inject
    DataSource dataSource;

    @Inject
    TestClock clock;

    /** The other tests report years that have none. */
    @AfterEach
    void forgetWindows() throws SQLException {
        clock.goOn();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from reporting_window_extension");
            statement.execute("delete from reporting_window");
        }
    }

    @Test
    void closesAYearForEntitiesButNotForTheSecretariat() {
        put("/2012", PAST, null).then().statusCode(200).header("ETag", "\"1\"");

        Client.UNDP
                .rejected(body(2012), "YEAR-NOT-OPEN", null, "year")
                .body("findings[0].pointer", equalTo("/year"))
                .body("findings[0].message", containsString("2025-05-31T23:59:59Z"))
                .body("findings[0].expected", equalTo("ask the secretariat for an extension"));
        Client.SECRETARIAT.submit(body(2012));
    }

    @Test
    void closesCertificationToo() {
        String id = Client.UNDP.submit(body(2013));
        put("/2013", PAST, null).then().statusCode(200);

        Client.UNDP_CERTIFIER
                .step(id, "certification")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/window-closed"))
                .body("window", equalTo("/api/v1/reporting-windows/2013"))
                .body("expected", equalTo("ask the secretariat for an extension"));
        Client.SECRETARIAT
                .step(id, "return", Client.etag(id), "Too late")
                .then()
                .statusCode(200);
        Client.UNDP.step(id, "validation").then().statusCode(422).body("findings.rule", contains("YEAR-NOT-OPEN"));
    }

    @Test
    void isOpenUntilTheVeryDeadline() {
        Instant now = clock.standStill();
        put("/2014", Map.of("opens", "2025-01-15T00:00:00Z", "deadline", now.toString()), null)
                .then()
                .statusCode(200);

        Client.UNDP.submit(body(2014));
        clock.goOn();
        Client.UNDP.rejected(body(2014), "YEAR-NOT-OPEN", null, "year");
    }

    @Test
    void extendsTheDeadlineOfOneEntity() {
        put("/2015", PAST, null).then().statusCode(200);

        put("/2015/extensions/UNDP", EXTENSION, "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("extensions.entity", contains("UNDP"))
                .body("extensions[0].reason", equalTo("The audit is late"));

        Client.UNDP_CERTIFIER
                .step(Client.UNDP.submit(body(2015)), "certification")
                .then()
                .statusCode(200);
        Client.WFP.postJson(body(2015).replace("UNDP", "WFP")).then().statusCode(422);
        given().get(WINDOWS + "/2015")
                .then()
                .statusCode(200)
                .body("extensions[0].deadline", equalTo("2025-07-31T23:59:59Z"))
                .body("extensions[0].reason", equalTo(null));
        given().get(WINDOWS).then().body("windows.year", hasItem(2015));
        Client.SECRETARIAT
                .request()
                .get("/api/v1/audit?entity=UNDP&action=window-extended")
                .then()
                .statusCode(200)
                .body("steps.year", hasItem(2015))
                .body("steps.details.reason", hasItem("The audit is late"));
    }

    @Test
    void isChangedOnlyByAnAdministratorWhoHasSeenIt() {
        put("/2016", PAST, "\"1\"").then().statusCode(412);
        put("/2016", PAST, null).then().statusCode(200);
        put("/2016", PRESENT, null).then().statusCode(428);
        put("/2016", PRESENT, "\"2\"").then().statusCode(412);
        put("/2016", PRESENT, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        put("/2016/extensions/UNDP", EXTENSION, null).then().statusCode(428);
        Client.SECRETARIAT
                .request()
                .contentType("application/json")
                .body(PAST)
                .put(WINDOWS + "/2016")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(PAST)
                .put(WINDOWS + "/2016")
                .then()
                .statusCode(401);
    }

    @Test
    void saysWhatIsWrongWithAWindow() {
        put("/2017", Map.of("opens", "2025-06-01T00:00:00Z", "deadline", "2025-05-31T00:00:00Z"), null)
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/deadline"));
        put("/2017", Map.of("deadline", "2025-05-31T00:00:00Z"), null).then().statusCode(400);
        put("/2017", Map.of("opens", "soon", "deadline", "2025-05-31T00:00:00Z"), null)
                .then()
                .statusCode(400);
        put("/17", PAST, null).then().statusCode(404);
        put("/2017/extensions/UNDP", EXTENSION, null).then().statusCode(404);
        given().get(WINDOWS + "/2017").then().statusCode(404);
        put("/2018", PAST, null).then().statusCode(200);
        put("/2018/extensions/UNDPP", EXTENSION, "\"1\"").then().statusCode(404);
        put("/2018/extensions/UNDP", Map.of("deadline", "2025-07-31T23:59:59Z"), "\"1\"")
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/reason"));
    }

    private static Response put(String path, Map<String, String> body, String etag) {
        RequestSpecification request =
                Client.ADMINISTRATOR.request().contentType("application/json").body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put(WINDOWS + path);
    }

    private static String body(int year) {
        return "{\"entity\":\"UNDP\",\"year\":" + year
                + ",\"flow\":\"revenue\",\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}";
    }
}

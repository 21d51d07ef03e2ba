package org.undatacube.registry;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.undatacube.http.PrometheusText;

/** What a service that has a database tells of its requests. */
@RunningRegistry
class ObservationTest {
    @Test
    void tellsPostgreSqlForWhichRequestItWorks() throws SQLException {
        given().header("X-Request-Id", "from-the-gateway")
                .get("/api/v1/code-lists")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "from-the-gateway");

        assertTrue(isNamed("registry:from-the-gateway"));
    }

    @Test
    void namesTheRequestInAProblem() {
        given().header("X-Request-Id", "wrong")
                .get("/api/v1/code-lists/nothing")
                .then()
                .statusCode(404)
                .body("requestId", is("wrong"));
    }

    @Test
    void countsByRouteNotByAddress() {
        double before = count("uri=\"/api/v1/code-lists/{list}/codes/{code: .+}\"", "status=\"200\"");

        given().get("/api/v1/code-lists/entities/codes/UNDP").then().statusCode(200);
        given().get("/api/v1/code-lists/entities/codes/WFP").then().statusCode(200);

        await().until(() ->
                count("uri=\"/api/v1/code-lists/{list}/codes/{code: .+}\"", "status=\"200\"") == before + 2);
        assertEquals(0, count("WFP"));
    }

    /** Or whoever reaches the gateway could fill the memory of services and of Prometheus. */
    @Test
    void makesNoRouteOfWhatItDoesNotKnow() {
        double before = count();

        given().get("/api/v1/nothing-31").then().statusCode(404);
        given().get("/api/v1/nothing-32/").then().statusCode(404);
        given().get("/api/v1/code-lists/nothing-33/codes/nothing-34").then().statusCode(404);
        given().request("BREW35", "/api/v1/code-lists").then().statusCode(405);

        // a method that nobody knows is not counted at all
        await().until(() -> count() == before + 3);
        assertEquals(
                "",
                page().lines()
                        .filter(line -> line.matches(".*(nothing|BREW).*"))
                        .collect(joining("\n")));
    }

    private static double count(String... labels) {
        return new PrometheusText(page()).sum("http_server_requests_seconds_count", labels);
    }

    private static String page() {
        return when().get("/metrics").then().statusCode(200).extract().asString();
    }

    /** By a connection that is none of the service's. */
    private static boolean isNamed(String name) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
                PreparedStatement select =
                        connection.prepareStatement("select from pg_stat_activity where application_name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}

package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.contributions.audit.CanonicalJson;

@QuarkusTest
class AuditTest {
    private static final String AUDIT = "/api/v1/audit";
    private static final String BODY =
            "{\"entity\":\"UNDP\",\"year\":2021,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}";

    @Inject
    DataSource dataSource;

    @Test
    void isWholeHoweverManySteps() {
        long before = verdict().getLong("length");
        Client.SECRETARIAT.edition(Client.UNDP.submit(BODY));

        Client.SECRETARIAT
                .request()
                .get(AUDIT + "/verify")
                .then()
                .statusCode(200)
                .body("whole", equalTo(true))
                .body("broken", nullValue())
                .body("hash", notNullValue());
        // created, validated, certified, published, and what was published before is superseded
        long added = verdict().getLong("length") - before;
        assertEquals(true, added == 4 || added == 5, () -> added + " steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'key-other'",
                "action = 'returned'",
                "at = at + interval '1 microsecond'",
                "submission = '00000000-0000-0000-0000-000000000000'",
                "submission = null",
                "entity = 'WFP'",
                "year = 2020",
                "flow = 'revenue'",
                "details = details || '{\"comment\": \"other\"}'",
                "details = '{}'",
                "details = '[]'",
                "previous_hash = repeat('1', 64)",
                "hash = repeat('1', 64)",
                "position = 1000000"
            })
    void findsTheStepThatWasTamperedWith(String tampering) throws SQLException {
        String id = Client.certify(Client.UNDP.submit(BODY));
        long position = position(id, "certified");
        Client.UNDP.submit(BODY);

        tamper(
                "create table kept as select * from audit_step where position = " + position,
                "update audit_step set " + tampering + " where position = " + position);
        try {
            JsonPath verdict = verdict();

            assertEquals(false, verdict.getBoolean("whole"));
            assertEquals(position, verdict.getLong("broken.position"), verdict::prettify);
        } finally {
            restore(position);
        }
        assertEquals(true, verdict().getBoolean("whole"));
    }

    @Test
    void findsAStepThatWasTakenOutAndAnEndThatWasCutOff() throws SQLException {
        String id = Client.UNDP.submit(BODY);
        for (String action : List.of("created", "validated")) {
            long position = position(id, action);
            tamper(
                    "create table kept as select * from audit_step where position = " + position,
                    "delete from audit_step where position = " + position);
            try {
                assertEquals(position, verdict().getLong("broken.position"));
            } finally {
                restore(position);
            }
        }
        assertEquals(true, verdict().getBoolean("whole"));
    }

    @Test
    void canBeRecomputedFromWhatItShows() throws Exception {
        String id = Client.UNDP.submit(BODY);
        Client.SECRETARIAT
                .step(id, "return", Client.etag(id), "\"quoted\"\\, \u0007bell is refused")
                .then()
                .statusCode(400);
        Client.SECRETARIAT
                .step(id, "return", Client.etag(id), "\"quoted\"\\, \ttab,\nline, é, \uD83C\uDF0D \u2028")
                .then()
                .statusCode(200);

        List<Map<String, Object>> steps = Client.UNDP
                .request()
                .get(AUDIT + "?submission=" + id)
                .jsonPath()
                .getList("steps");

        assertEquals(3, steps.size());
        for (Map<String, Object> step : steps) {
            Map<String, Object> members = new TreeMap<>(step);
            String hash = (String) members.remove("hash");
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(CanonicalJson.of(members).getBytes(StandardCharsets.UTF_8));
            assertEquals(hash, HexFormat.of().formatHex(digest));
        }
        assertEquals(steps.get(0).get("hash"), steps.get(1).get("previous"));
    }

    @Test
    void writesCanonicalJson() {
        assertEquals(
                "{\"a\":[\"\\u0001\\b\\f\\n\\r\\t\\\"\\\\/é\"],\"b\":-1,\"ä\":true}",
                CanonicalJson.of(Map.of("ä", true, "b", -1, "a", List.of("\u0001\b\f\n\r\t\"\\/é"))));
    }

    @Test
    void showsAnEntityItsOwnStepsOnly() {
        String id = Client.UNDP.submit(BODY);

        Client.UNDP
                .request()
                .get(AUDIT + "?limit=1000")
                .then()
                .statusCode(200)
                .body("steps.entity", everyItem(equalTo("UNDP")));
        Client.WFP
                .request()
                .get(AUDIT + "?submission=" + id)
                .then()
                .statusCode(200)
                .body("steps", hasSize(0));
        Client.WFP.request().get(AUDIT + "?entity=UNDP").then().statusCode(200).body("steps", hasSize(0));
        given().get(AUDIT).then().statusCode(401);
        Client.UNDP.request().get(AUDIT + "/verify").then().statusCode(403);
        given().get(AUDIT + "/verify").then().statusCode(401);
    }

    @Test
    void leadsThroughTheTrailPageByPage() {
        String id = Client.certify(Client.UNDP.submit(BODY));
        String path = AUDIT + "?submission=" + id + "&limit=2";

        var page = Client.SECRETARIAT
                .request()
                .get(path)
                .then()
                .statusCode(200)
                .body("steps.action", contains("created", "validated"));

        int next = page.extract().path("next");
        page.header("Link", equalTo("<" + path + "&cursor=" + next + ">; rel=\"next\""));
        Client.SECRETARIAT
                .request()
                .get(path + "&cursor=" + next)
                .then()
                .body("steps.action", contains("certified"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"submission=1", "action=done", "cursor=x", "cursor=-1", "limit=0", "limit=1001", "entity=%00"})
    void saysWhichParameterCannotBeRead(String query) {
        Client.SECRETARIAT
                .request()
                .urlEncodingEnabled(false)
                .get(AUDIT + "?" + query)
                .then()
                .statusCode(400)
                .body("parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    private static JsonPath verdict() {
        return Client.SECRETARIAT.request().get(AUDIT + "/verify").jsonPath();
    }

    private static long position(String submission, String action) {
        return Client.SECRETARIAT
                .request()
                .get(AUDIT + "?submission=" + submission + "&action=" + action)
                .jsonPath()
                .getLong("steps[0].position");
    }

    private void restore(long position) throws SQLException {
        tamper(
                "delete from audit_step where position in (" + position + ", 1000000)",
                "insert into audit_step select * from kept",
                "drop table kept");
    }

    /** As somebody could who owns the database. */
    private void tamper(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table audit_step disable trigger all");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("alter table audit_step enable trigger all");
        }
    }
}

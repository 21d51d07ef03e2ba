package org.undatacube.aggregation.citation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** What is cited is given byte for byte, or not at all. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
@QuarkusTestResource(CitationDatabaseResource.class)
class CitedDataTest {
    private static final String CITATIONS = "/api/v1/citations";
    private static final String BY_GOAL = "{\"cube\": \"expense\", \"drilldown\": \"sdg.goal\", \"edition\": 2}";
    private static final String ORIGIN = "Datacube-Citation";

    Upstream upstream;
    Relay relay;

    @Inject
    AgroalDataSource dataSource;

    private final Published history = SampleHistory.create();

    @BeforeEach
    void serveTheSample() {
        upstream.serve(history);
        LiveService.awaitSample(upstream);
    }

    @AfterEach
    void restoreTheSample() {
        relay.mend();
        upstream.serve(SampleLists.list(Dimension.SDG));
        upstream.serve(Dimension.SDG, SampleLists.hierarchies(Dimension.SDG));
        upstream.serve(SampleHistory.create());
    }

    @Test
    void givesTheBytesThatTheHashIsOf() {
        JsonPath citation = cite(BY_GOAL).jsonPath();
        String data = CITATIONS + "/" + citation.getString("id") + "/data";
        Response json = given().get(data);

        json.then().statusCode(200).contentType("application/json").header(ORIGIN, "figured");
        assertEquals(citation.getString("contentHash.value"), Hashes.hex(json.asByteArray()));
        assertEquals(citation.getLong("contentHash.bytes"), json.asByteArray().length);
        assertEquals("\"" + citation.getString("contentHash.value") + "\"", json.header("ETag"));
        assertArrayEquals(
                given().get(LiveService.EXPENSE + "?drilldown=sdg.goal&edition=2")
                        .asByteArray(),
                json.asByteArray());
        given().header("If-None-Match", json.header("ETag")).get(data).then().statusCode(304);

        Response csv = given().accept("text/csv").get(data);
        csv.then().statusCode(200).contentType(startsWith("text/csv"));
        assertEquals(
                given().get(LiveService.EXPENSE + "?drilldown=sdg.goal&edition=2&format=csv")
                        .asString(),
                csv.asString());
        given().header("If-None-Match", csv.header("ETag"))
                .get(data + "?format=csv")
                .then()
                .statusCode(304);
        given().accept("image/png").get(data).then().statusCode(406);
        given().get(data + "?format=cvs").then().statusCode(400).body("parameter", equalTo("format"));
    }

    @Test
    void staysAsItWasThoughListsChange() {
        String id = cite(BY_GOAL).path("id");
        byte[] before = given().get(CITATIONS + "/" + id + "/data").asByteArray();
        upstream.serve(SampleLists.list(Dimension.SDG, "3", List.of("1.a|goal|-|Moved to the top")));
        await().until(() -> given().get(LiveService.EXPENSE + "?drilldown=sdg.goal")
                .asString()
                .contains("Moved to the top"));

        Response after = given().get(CITATIONS + "/" + id + "/data");

        assertEquals("figured", after.header(ORIGIN));
        assertArrayEquals(before, after.asByteArray());
    }

    @Test
    void refusesToCiteWhatTheListsOfTheEditionDoNotHave() {
        upstream.serve(
                Dimension.SDG,
                List.of(SampleLists.hierarchy("ours", "1.0.0", SampleLists.group("A", "The group A", "5.1||"))));
        await().until(() -> given().get(LiveService.EXPENSE + "?cut=sdg:ours:A").statusCode() == 200);

        cite("{\"cube\": \"expense\", \"cut\": \"sdg:ours:A\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/aggregation/cited-before-its-codes"))
                .body("detail", containsString("ours"));
    }

    @Test
    void givesWhatWasKeptWhereTheSuiteWasBegunAnewAndTheBytesOfOldWhereItIsBack() {
        String id = cite(BY_GOAL).path("id");
        String data = CITATIONS + "/" + id + "/data";
        byte[] cited = given().get(data).asByteArray();
        upstream.serve(anotherHistory());
        await().until(() -> given().get("/api/v1/cubes").jsonPath().getInt("[0].edition") == 1);

        Response kept = given().get(data);
        assertEquals("kept;reason=\"cited-edition-gone\"", kept.header(ORIGIN));
        assertArrayEquals(cited, kept.asByteArray());
        given().get(data + "?format=csv")
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/aggregation/cited-edition-gone"))
                .body("citedEdition.edition", equalTo(2))
                .body("citedEdition.publishedAt", equalTo("2025-01-02T00:00:00.123456Z"))
                .body("$", not(hasKey("presentEdition")))
                .body("kept", equalTo(true));

        upstream.serve(history);
        LiveService.awaitSample(upstream);
        Response back = given().get(data);
        assertEquals("figured", back.header(ORIGIN));
        assertArrayEquals(cited, back.asByteArray());
    }

    @Test
    void saysThatTheAnswerIsAnotherAndGivesNoOtherBytes() throws SQLException {
        String id = cite(BY_GOAL).path("id");
        String present = cite(BY_GOAL).path("contentHash.value");
        String cited = "0".repeat(64);
        copy(id, "CHANGED000", "1".repeat(64), cited);

        given().get(CITATIONS + "/CHANGED000/data")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/aggregation/cited-answer-changed"))
                .body("citedHash", equalTo(cited))
                .body("presentHash", equalTo(present))
                .body("citedEdition.edition", equalTo(2))
                .body("presentEdition.edition", equalTo(2))
                .body("kept", equalTo(false));
    }

    @Test
    void hasALongerIdWhereTheShortOneIsTaken() throws SQLException {
        String question =
                "{\"drilldown\":\"\",\"cut\":\"entity:WFP\",\"measures\":\"amount\",\"order\":\"\",\"offset\":0,"
                        + "\"edition\":2}";
        Pinned pinned = new Pinned(
                Flow.EXPENSE, question, new Edition(2, history.changes().get(1).publishedAt(), Set.of()));
        copy(cite(BY_GOAL).path("id"), pinned.longestId().substring(0, 10), "2".repeat(64), "0".repeat(64));

        cite("{\"cube\": \"expense\", \"cut\": \"entity:WFP\"}")
                .then()
                .body("id", equalTo(pinned.longestId().substring(0, 11)))
                .body("question.cut", equalTo("entity:WFP"));
    }

    @Test
    void isNotToBeHadWhileItsDatabaseIsAwayButAllElseIs() {
        String id = cite(BY_GOAL).path("id");
        relay.cut();

        given().get(CITATIONS + "/" + id)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("/problems/aggregation/unavailable"));
        cite(BY_GOAL).then().statusCode(503);
        given().get(LiveService.EXPENSE).then().statusCode(200).body("total.amount", equalTo("507.00"));
        assertEquals("UP", LiveService.health().getString("status"));

        relay.mend();
        given().get(CITATIONS + "/" + id).then().statusCode(200);
    }

    private static Published anotherHistory() {
        Published reset = new Published();
        reset.publish(
                reset.publication(Flow.REVENUE, "WFP", 2024, Published.breakdown("instrument", "instrument=R01 7.00")));
        return reset;
    }

    /** A citation that nobody could make: of another answer, of which nothing is kept. */
    private void copy(String id, String newId, String key, String hash) throws SQLException {
        String sql = """
                insert into citation select ?, ?, cube, question, edition, published_at, created_at, service_version, ?,
                    content_bytes, sources, null from citation where id = ? on conflict do nothing""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, newId);
            insert.setString(2, key);
            insert.setString(3, hash);
            insert.setString(4, id);
            insert.executeUpdate();
        }
    }

    private static Response cite(String body) {
        return given().contentType("application/json").body(body).post(CITATIONS);
    }
}

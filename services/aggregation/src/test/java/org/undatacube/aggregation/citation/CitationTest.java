package org.undatacube.aggregation.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Flow;

/** Making citations and reading them. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
@QuarkusTestResource(CitationDatabaseResource.class)
class CitationTest {
    private static final String CITATIONS = "/api/v1/citations";
    private static final String QUESTION =
            "{\"cube\": \"expense\", \"drilldown\": \"sdg.goal,year\", \"cut\": [\"year:2023..2024\", \"entity:UNDP\"]}";

    Upstream upstream;

    private final Published history = SampleHistory.create();

    @BeforeEach
    void serveTheSample() {
        upstream.serve(history);
        LiveService.awaitSample(upstream);
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleHistory.create());
    }

    @Test
    void citesEqualQuestionsOfOneEditionOnce() {
        Response first =
                cite("{\"cube\": \"expense\", \"drilldown\": \"sdg.goal\", \"cut\": \"year:2023|entity:UNDP\"}");
        first.then()
                .statusCode(201)
                .body("id", matchesPattern("[0-9A-HJKMNP-TV-Z]{10}"))
                .body("cube", equalTo("expense"))
                .body("question.cut", equalTo("entity:UNDP|year:2023"))
                .body("question.edition", equalTo(2))
                .body("edition", equalTo(2))
                .body("publishedAt", equalTo("2025-01-02T00:00:00.123456Z"))
                .body("kept", equalTo(true))
                .body("title", equalTo("Expenses of the UN system by SDG goal, entity:UNDP, year:2023"));
        String id = first.jsonPath().getString("id");
        assertEquals(CITATIONS + "/" + id, first.header("Location").replaceFirst("https?://[^/]+", ""));

        for (String equal : new String[] {
            "{\"cube\":\"expense\",\"drilldown\":[\"sdg.goal\"],\"cut\":[\"entity:undp\",\"year:2023\"],\"format\":\"csv\"}",
            "{\"cube\":\"expense\",\"drilldown\":\"sdg.goal\",\"cut\":\"entity:UNDP|year:2023\",\"edition\":2}",
            "{\"href\":\"/api/v1/cubes/expense/aggregate?drilldown=sdg.goal&cut=entity:UNDP%7Cyear:2023\"}",
            "{\"href\":\"https://data.example.org/api/v1/cubes/expense/aggregate"
                    + "?cut=year:2023|entity:UNDP&drilldown=sdg.goal&asOf=2025-01-02#top\"}"
        }) {
            cite(equal)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("createdAt", equalTo(first.path("createdAt")));
        }
        given().get(CITATIONS + "/" + id.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
    }

    @Test
    void tellsApartWhatHasAnotherAnswer() {
        String present = cite(QUESTION).path("id");
        String earlier = cite(QUESTION.replace("{", "{\"edition\": 1, ")).path("id");
        String withGaps = cite(QUESTION.replace("{", "{\"gaps\": true, ")).path("id");

        assertNotEquals(present, earlier);
        assertNotEquals(present, withGaps);
        given().get(CITATIONS + "/" + earlier + "/data").then().body("total.amount", equalTo("160.500000001"));
        given().get(CITATIONS + "/" + withGaps + "/data").then().body("coverage.gaps", hasSize(0));
    }

    @Test
    void saysWhatItIsDrawnFrom() {
        JsonPath citation = cite(QUESTION).jsonPath();
        String submission =
                history.changes().get(1).publications().get(0).submission().toString();

        given().get(CITATIONS + "/" + citation.getString("id") + "/manifest")
                .then()
                .statusCode(200)
                .body("question.edition", equalTo(2))
                .body("submissions", hasSize(2))
                .body("submissions.submission", hasItem(submission))
                .body("submissions.entity", contains("UNDP", "UNDP"))
                .body("submissions[0].year", equalTo(2023))
                .body("submissions[0].dimensions", contains("sdg"))
                .body("submissions[0].total", equalTo("110.00"))
                .body("submissions[0].controlTotal", equalTo("110.00"))
                .body("codeLists.list", contains("entities", "sdgs"))
                .body("codeLists[1].version", equalTo("1"))
                .body("codeLists[1].hierarchies.hierarchy", contains("five-ps"))
                .body("contentHash.value", equalTo(citation.getString("contentHash.value")))
                .body("serviceVersion", containsString("."))
                .body("source", containsString("Data Standards"))
                .body("links.'data.csv'", containsString("/data?format=csv"));
    }

    @Test
    void isWrittenForListsOfReferences() {
        JsonPath citation = cite("{\"cube\":\"revenue\",\"cut\":\"entity:UN Tourism\",\"measures\":\"amount,lines\"}")
                .jsonPath();
        String id = citation.getString("id");
        String path = CITATIONS + "/" + id;
        String hash = citation.getString("contentHash.value");
        String title = "Revenue of the UN system, entity:UN Tourism, measures amount, lines";
        String madeOn = citation.getString("createdAt").substring(0, 10);

        given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "data.example.org")
                .get(path + "?format=apa")
                .then()
                .contentType("text/plain;charset=utf-8")
                .body(equalTo("UN data cube. (2025). " + title + " (Edition 2) [Data set]. https://data.example.org"
                        + path + "\n"));
        given().header("X-Forwarded-Host", "data.example.org")
                .accept("application/x-bibtex")
                .get(path)
                .then()
                .contentType(startsWith("application/x-bibtex"))
                .body(equalTo(String.join(
                        "\n",
                        "@misc{undatacube-" + id + ",",
                        "  author = {{UN data cube}},",
                        "  title = {{" + title + "}},",
                        "  year = {2025},",
                        "  month = jan,",
                        "  edition = {2},",
                        "  howpublished = {Data set},",
                        "  url = {http://data.example.org" + path + "},",
                        "  urldate = {" + madeOn + "},",
                        "  note = {SHA-256 of the answer: " + hash + "}",
                        "}",
                        "")));
        given().header("X-Forwarded-Host", "data.example.org\"><script>")
                .accept("application/x-research-info-systems")
                .get(path)
                .then()
                .contentType(startsWith("application/x-research-info-systems"))
                .body(startsWith("TY  - DATA\r\nID  - undatacube-" + id + "\r\n"))
                .body(containsString("\r\nUR  - http://localhost:"))
                .body(containsString("\r\nDA  - 2025/01/02\r\n"))
                .body(containsString("\r\nER  - \r\n"));
        given().get(path).then().body("texts.apa", containsString(title));
        given().accept("image/png").get(path).then().statusCode(406);
        given().get(path + "?format=bibtexx")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("nearest", contains("bibtex"));
    }

    @Test
    void refusesWhatCannotBeCited() {
        cite("{\"drilldown\":\"year\"}").then().statusCode(400).body("parameter", equalTo("cube"));
        cite("{\"cube\":\"expenses\"}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("cube"))
                .body("nearest", contains("expense"));
        cite("{\"cube\":\"expense\",\"drilldown\":\"sdg.gaol\"}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("drilldown"));
        cite("{\"cube\":\"expense\",\"drildown\":\"year\"}")
                .then()
                .statusCode(400)
                .body("nearest", contains("drilldown"));
        cite("{\"href\":\"/api/v1/cubes/expense/members/sdg\"}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("href"));
        cite("{\"href\":\"/api/v1/cubes/expense/aggregate\",\"cut\":\"year:2024\"}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("cut"));
        cite("{\"href\":\"/api/v1/cubes/expense/aggregate?cut=%zz\"}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("href"));
        cite("{\"cube\":\"expense\",\"edition\":0}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/aggregation/nothing-to-cite"));
        cite("{\"cube\":\"expense\",\"edition\":9}").then().statusCode(400).body("parameter", equalTo("edition"));
        cite("?").then().statusCode(400).body("type", equalTo("/problems/aggregation/malformed-body"));
        given().contentType("text/csv").body("x").post(CITATIONS).then().statusCode(415);
        given().contentType("application/json")
                .body("{\"cut\":\"" + "x".repeat(1 << 20) + "\"}")
                .post(CITATIONS)
                .then()
                .statusCode(413);
        given().get(CITATIONS + "/0000000000").then().statusCode(404);
        given().get("/problems/aggregation/cited-answer-changed").then().statusCode(200);
    }

    @Test
    void citesTheAnswersOfAnEarlierEditionAsTheyWere() {
        String id = cite(QUESTION).path("id");
        byte[] cited = given().get(CITATIONS + "/" + id + "/data").asByteArray();
        history.publish(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("sdg", "sdg=5.1 43.00")));
        LiveService.awaitTotal("508.00");

        assertArrayEquals(cited, given().get(CITATIONS + "/" + id + "/data").asByteArray());
        cite(QUESTION.replace("{", "{\"edition\": 2, ")).then().statusCode(200).body("id", equalTo(id));
        cite(QUESTION).then().statusCode(201).body("edition", equalTo(3));
    }

    private static Response cite(String body) {
        return given().contentType("application/json").body(body).post(CITATIONS);
    }
}

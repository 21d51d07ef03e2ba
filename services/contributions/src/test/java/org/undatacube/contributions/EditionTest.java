package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.changefeed.LineStream;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;

@QuarkusTest
class EditionTest {
    private static final String BY_FUNCTION = "{\"function\":\"E01\",\"amount\":\"%s\"}";
    private static final String BY_GOAL = "{\"sdg\":\"5\",\"amount\":\"%s\"}";

    @Test
    void publishesAndTellsTheFeed() throws IOException {
        String id = submit(2012, "submission", BY_FUNCTION.formatted("10.50"));

        ValidatableResponse published = Client.SECRETARIAT.publish(id).then().statusCode(201);

        int edition = published.extract().path("edition");
        published
                .header("Location", endsWith("/api/v1/editions/" + edition))
                .body("title", equalTo("Test"))
                .body("submissions", contains(id));
        given().get("/api/v1/submissions/" + id).then().body("status", equalTo("published"));
        given().get("/api/v1/editions/" + edition).then().body("submissions", contains(id));
        given().get("/api/v1/editions?limit=1").then().body("editions.edition", contains(edition));
        change(edition)
                .body("publications", hasSize(1))
                .body("publications[0].submission", equalTo(id))
                .body("publications[0].entity", equalTo("WFP"))
                .body("publications[0].year", equalTo(2012))
                .body("publications[0].flow", equalTo("expense"))
                .body("publications[0].breakdowns", hasSize(1))
                .body("publications[0].breakdowns[0].dimensions", contains("function"))
                .body("publications[0].breakdowns[0].lines", equalTo(1))
                .body("publications[0].breakdowns[0].carried", equalTo(false))
                .body("publications[0].breakdowns[0].source", equalTo(null))
                .body("publications[0].contentHash", equalTo(contentHash(id)));
        assertEquals(
                List.of(new PublishedLine(
                        breakdown(edition, 0),
                        1,
                        Map.of(Dimension.ENTITY, "WFP", Dimension.FUNCTION, "E01"),
                        new BigDecimal("10.50"))),
                lines(edition));
    }

    @Test
    void replacesAllThatIsPublished() {
        String first = submit(2013, "submission", BY_FUNCTION.formatted("10"), BY_GOAL.formatted("10"));
        Client.SECRETARIAT.edition(first);
        String second = submit(2013, "submission", BY_FUNCTION.formatted("20"));

        int edition = Client.SECRETARIAT.edition(second);

        change(edition)
                .body("publications[0].breakdowns.dimensions", contains(List.of("function")))
                .body("publications[0].controlTotal", equalTo(20));
        given().get("/api/v1/submissions/" + first).then().body("status", equalTo("superseded"));
        given().get("/api/v1/submissions/" + first + "/lines")
                .then()
                .statusCode(200)
                .body("lines", hasSize(2));
    }

    @Test
    void carriesOverWhatASupplementDoesNotReplace() throws IOException {
        String first = submit(2014, "submission", BY_FUNCTION.formatted("10"), BY_GOAL.formatted("10"));
        int firstEdition = Client.SECRETARIAT.edition(first);
        String second = submit(2014, "breakdowns", BY_GOAL.formatted("4"));

        int edition = Client.SECRETARIAT.edition(second);

        change(edition)
                .body("publications[0].submission", equalTo(second))
                .body("publications[0].controlTotal", equalTo(10))
                .body("publications[0].breakdowns.carried", contains(true, false))
                .body("publications[0].contentHash", equalTo(contentHash(second)))
                .body("publications[0].breakdowns[0].source.submission", equalTo(first))
                .body("publications[0].breakdowns[0].source.contentHash", equalTo(contentHash(first)))
                .body("publications[0].breakdowns[1].source", equalTo(null))
                .body("publications[0].breakdowns.dimensions", contains(List.of("function"), List.of("sdg")));
        assertEquals(breakdown(firstEdition, 0), breakdown(edition, 0));
        assertEquals(
                List.of("4"),
                lines(edition).stream()
                        .map(line -> line.amount().toPlainString())
                        .toList());
        given().get("/api/v1/submissions/" + first).then().body("status", equalTo("published"));

        String third = submit(2014, "breakdowns", BY_FUNCTION.formatted("10"));
        Client.SECRETARIAT.edition(third);
        given().get("/api/v1/submissions/" + first).then().body("status", equalTo("superseded"));
        given().get("/api/v1/submissions/" + second).then().body("status", equalTo("published"));
    }

    @Test
    void warnsWhereASupplementDoesNotTieToTheControlTotalInForce() {
        Client.SECRETARIAT.edition(submit(2015, "submission", BY_FUNCTION.formatted("10")));

        Client.WFP
                .postJson(body(2015, "breakdowns", BY_GOAL.formatted("4")))
                .then()
                .statusCode(201)
                .body("controlTotal", equalTo(null))
                .body("findings.warn", equalTo(1));
    }

    @Test
    void letsSubmissionsOfOneRequestTakeEffectInTheirOrder() throws IOException {
        String table = submit(2016, "submission", BY_FUNCTION.formatted("10"));
        String goals = submit(2016, "breakdowns", BY_GOAL.formatted("10"));
        String other = submit(2017, "submission", BY_GOAL.formatted("3"));

        int edition = Client.SECRETARIAT.edition(table, goals, other);

        change(edition)
                .body("publications.year", contains(2016, 2017))
                .body("publications[0].breakdowns.dimensions", contains(List.of("function"), List.of("sdg")))
                .body("publications[0].breakdowns.carried", contains(false, false))
                .body("publications[0].submission", equalTo(goals));
        assertEquals(3, lines(edition).size());
        given().get("/api/v1/submissions/" + table).then().body("status", equalTo("published"));
    }

    @Test
    void publishesAllOrNothing() {
        String good = submit(2018, "submission", BY_GOAL.formatted("1"));
        String published = submit(2019, "submission", BY_GOAL.formatted("1"));
        Client.SECRETARIAT.edition(published);
        int before = newestEdition();

        Client.SECRETARIAT
                .publish(good, published)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/not-publishable"))
                .body("submissions", equalTo(Map.of(published, "published")));
        Client.SECRETARIAT
                .publish(good, "00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404);
        Client.SECRETARIAT.publish(good, good).then().statusCode(400);
        Client.SECRETARIAT.publish().then().statusCode(400);

        assertEquals(before, newestEdition());
        Client.WFP.request().get("/api/v1/submissions/" + good).then().body("status", equalTo("certified"));
        assertEquals(before + 1, Client.SECRETARIAT.edition(good));
    }

    @Test
    void numbersEditionsWithoutGapsAndInTheOrderOfTime() {
        int first = Client.SECRETARIAT.edition(submit(2020, "submission", BY_GOAL.formatted("1")));
        int second = Client.SECRETARIAT.edition(submit(2020, "submission", BY_GOAL.formatted("2")));
        assertEquals(first + 1, second);

        int before = Math.max(0, second - 1_000);
        JsonPath feed = given().get("/feed?limit=1000&after=" + before).jsonPath();
        List<Integer> numbers = feed.getList("edition");
        List<String> times = feed.getList("publishedAt");
        assertEquals(second - before, numbers.size());
        for (int index = 0; index < numbers.size(); index++) {
            assertEquals(before + index + 1, numbers.get(index));
            if (index > 0) {
                assertTrue(Instant.parse(times.get(index - 1)).isBefore(Instant.parse(times.get(index))));
            }
        }
        given().get("/feed?after=" + second).then().body("$", hasSize(0));
        given().get("/feed?after=" + (first - 1) + "&limit=1").then().body("edition", contains(first));
    }

    @Test
    void storesNothingOfARejectedSubmission() {
        String bad = body(2021, "submission", BY_GOAL.formatted("1") + "," + BY_GOAL.formatted("x"));
        List<String> before = submissions(2021);

        Client.WFP.postJson(bad).then().statusCode(422);

        assertEquals(before, submissions(2021));
    }

    @Test
    void listsEditionsPageByPage() {
        int edition = Client.SECRETARIAT.edition(submit(2022, "submission", BY_GOAL.formatted("1")));
        Client.SECRETARIAT.edition(submit(2022, "submission", BY_GOAL.formatted("1")));

        given().get("/api/v1/editions?limit=1&cursor=" + (edition + 1))
                .then()
                .body("editions.edition", containsInAnyOrder(edition));
    }

    /** Newest first. */
    private static List<String> submissions(int year) {
        return Client.WFP
                .request()
                .get("/api/v1/submissions?entity=WFP&year=" + year)
                .jsonPath()
                .getList("submissions.id");
    }

    private static String contentHash(String submission) {
        String hash = given().get("/api/v1/submissions/" + submission).path("contentHash");
        assertEquals(64, hash.length());
        return hash;
    }

    private static String submit(int year, String replaces, String... breakdowns) {
        return Client.certify(Client.WFP.submit(body(year, replaces, breakdowns)));
    }

    private static String body(int year, String replaces, String... breakdowns) {
        List<String> all = new ArrayList<>();
        for (String lines : breakdowns) {
            all.add("{\"lines\":[" + lines + "]}");
        }
        return "{\"entity\":\"WFP\",\"year\":%d,\"flow\":\"expense\",\"replaces\":\"%s\",\"breakdowns\":[%s]}"
                .formatted(year, replaces, String.join(",", all));
    }

    private static ValidatableResponse change(int edition) {
        return given().get("/feed?limit=1&after=" + (edition - 1))
                .then()
                .statusCode(200)
                .rootPath("[0]")
                .body("edition", equalTo(edition));
    }

    private static long breakdown(int edition, int index) {
        return given().get("/feed?limit=1&after=" + (edition - 1))
                .jsonPath()
                .getLong("[0].publications[0].breakdowns[" + index + "].breakdown");
    }

    private static int newestEdition() {
        return given().get("/api/v1/editions?limit=1").jsonPath().getInt("editions[0].edition");
    }

    private static List<PublishedLine> lines(int edition) throws IOException {
        String stream = given().get("/feed/editions/" + edition + "/lines").asString();
        List<PublishedLine> lines = new ArrayList<>();
        LineStream.read(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)), lines::add);
        return lines;
    }
}

package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Role;

/** Lists in pages: joined they are the whole list, whatever changes while they are read. */
@QuarkusTest
class PagesTest {
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");
    private static final String SUBMISSIONS = "/api/v1/submissions/";
    private static final Client UNICEF = new Client("key-unicef", Role.PREPARER, "UNICEF");

    @Test
    void joinsPagesOfLinesOfSeveralBreakdownsToAll() {
        Draft draft = draft();

        List<Response> pages = pages(UNICEF::request, draft.path("/lines?limit=4"));

        assertEquals(
                List.of(4, 4, 4, 1),
                pages.stream()
                        .map(page -> page.jsonPath().getList("lines").size())
                        .toList());
        assertEquals(draft.get("/lines").jsonPath().getList("lines"), joined(pages, "lines"));
        pages.forEach(page -> page.then().body("submission.id", equalTo(draft.id())));
        pages.subList(0, 3)
                .forEach(page -> assertEquals(
                        "<" + draft.path("/lines?limit=4&cursor=" + page.path("next")) + ">; rel=\"next\"",
                        page.header("Link")));
        pages.get(3).then().body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void joinsPagesOfLinesInOtherFormats(String format) {
        Draft draft = draft();

        List<String> joined = pages(UNICEF::request, draft.path("/lines?limit=6&format=" + format)).stream()
                .flatMap(page -> page.asString().lines())
                .toList();

        List<String> whole =
                draft.get("/lines?format=" + format).asString().lines().toList();
        // each page of CSV has a header
        assertEquals(whole, format.equals("csv") ? joined.stream().distinct().toList() : joined);
    }

    @Test
    void hasALastPageThatIsFull() {
        Draft draft = draft();

        given().spec(UNICEF.request())
                .get(draft.path("/lines?limit=13"))
                .then()
                .statusCode(200)
                .body("lines.size()", equalTo(13))
                .body("next", nullValue());
        assertNull(draft.get("/lines?limit=13").header("Link"));
        assertEquals(2, pages(UNICEF::request, draft.path("/lines?limit=12")).size());
    }

    @Test
    void neitherLosesNorRepeatsLinesWhileTheSubmissionChanges() {
        Draft draft = draft();
        Response first = draft.get("/lines?limit=4");

        // on the page that was read: by counting, two others would have moved onto it
        draft.change().delete(draft.path("/lines/a1")).then().statusCode(200);
        // the line at which the next page begins
        draft.change().delete(draft.path("/lines/a4")).then().statusCode(200);
        draft.append(lines("c", 2, "\"location\":\"ML\"")).then().statusCode(201);
        List<Response> rest = pages(UNICEF::request, next(first).orElseThrow());

        List<String> read = new ArrayList<>(first.jsonPath().getList("lines.lineId"));
        rest.forEach(page -> read.addAll(page.jsonPath().getList("lines.lineId")));
        assertEquals(
                List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "b1", "b2", "b3", "b4", "b5", "b6", "c1", "c2"),
                read);
        rest.forEach(page -> assertNotEquals(first.header("ETag"), page.header("ETag")));
    }

    @Test
    void tellsByTheTagWhetherPagesAreOfOneState() {
        Draft draft = draft();

        List<Response> pages = pages(UNICEF::request, draft.path("/lines?limit=5"));

        assertEquals(
                1, pages.stream().map(page -> page.header("ETag")).distinct().count());
        UNICEF.request()
                .header("If-None-Match", pages.get(0).header("ETag"))
                .get(draft.path("/lines?limit=5"))
                .then()
                .statusCode(304);
    }

    @Test
    void leadsOnWhereTheBreakdownOfTheCursorIsGone() {
        Draft draft = draft();
        Response first = draft.get("/lines?limit=4");

        draft.change().delete(draft.path("/breakdowns/function")).then().statusCode(200);

        given().spec(UNICEF.request())
                .get(next(first).orElseThrow())
                .then()
                .body("lines.lineId", contains("b1", "b2", "b3", "b4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lines?cursor=x",
                "/lines?cursor=1",
                "/lines?cursor=1-",
                "/lines?cursor=1-2-3",
                "/lines?cursor=-1-2",
                "/lines?cursor=9999999999999999999-1",
                "/lines?limit=0",
                "/lines?limit=1001",
                "/lines?limit=x",
                "/findings?cursor=x",
                "/history?cursor=x",
                "/history?cursor=0",
                "/history?cursor=-1",
                "/history?limit=1001",
                "/parts?cursor=1-1",
                "/parts?limit=0",
                "/explanations?cursor=9999999999999999999"
            })
    void namesTheParameterThatIsDamaged(String list) {
        String id = UNICEF.submit(body(lines("a", 1, "\"function\":\"E01\"")));

        UNICEF.request()
                .get(SUBMISSIONS + id + list)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/contributions/invalid-parameter"))
                .body("parameter", equalTo(list.substring(list.indexOf('?') + 1, list.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=x", "cursor=0", "limit=201"})
    void namesTheParameterOfEditionsThatIsDamaged(String query) {
        given().get("/api/v1/editions?" + query)
                .then()
                .statusCode(400)
                .body("parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void leadsThroughHistoryAndPartsWhileTheyGrow() {
        Draft draft = draft();
        draft.append(lines("c", 1, "\"function\":\"E01\"")).then().statusCode(201);
        draft.append(lines("d", 1, "\"function\":\"E01\"")).then().statusCode(201);
        Response steps = draft.get("/history?limit=3");
        Response parts = draft.get("/parts?limit=3");

        draft.append(lines("e", 1, "\"function\":\"E01\"")).then().statusCode(201);

        steps.then().body("steps.action", contains("created", "lines-appended", "lines-appended"));
        given().spec(UNICEF.request())
                .get(next(steps).orElseThrow())
                .then()
                .body("steps.action", contains("lines-appended", "lines-appended"))
                .body("next", nullValue());
        assertEquals(List.of(1, 2, 3), parts.jsonPath().getList("parts.part"));
        given().spec(UNICEF.request())
                .get(next(parts).orElseThrow())
                .then()
                .body("parts.part", contains(4, 5))
                .body("next", nullValue());
    }

    @Test
    void hasNothingAfterACursorThatNoPartCanHave() {
        Draft draft = draft();

        draft.get("/parts?cursor=3000000000")
                .then()
                .statusCode(200)
                .body("parts", hasSize(0))
                .body("next", nullValue());
    }

    @Test
    void leadsThroughExplanations() {
        String id = UNICEF.submit(
                body("{\"sdg\":\"5.1\",\"amount\":50}").replace("\"flow\"", "\"controlTotal\":\"100\",\"flow\""));
        String rule = UNICEF.request()
                .get(SUBMISSIONS + id + "/findings?severity=warn")
                .path("findings[0].rule");
        for (String text : List.of("one", "two", "three")) {
            UNICEF.request()
                    .header("If-Match", Client.etag(id))
                    .contentType("application/json")
                    .body("{\"text\":\"" + text + "\"}")
                    .put(SUBMISSIONS + id + "/rules/" + rule + "/explanation")
                    .then()
                    .statusCode(200);
        }

        List<Response> pages = pages(UNICEF::request, SUBMISSIONS + id + "/explanations?limit=2");

        assertEquals(2, pages.size());
        assertEquals(List.of("one", "two", "three"), joined(pages, "explanations.text"));
    }

    @Test
    void leadsThroughEditionsWhileOneIsPublished() {
        for (int index = 0; index < 3; index++) {
            publishOne();
        }
        List<Integer> before = joined(pages(RestAssured::given, "/api/v1/editions"), "editions.edition");
        Response first = given().get("/api/v1/editions?limit=2");

        publishOne();

        List<Integer> read = new ArrayList<>(first.jsonPath().getList("editions.edition"));
        read.addAll(joined(pages(RestAssured::given, next(first).orElseThrow()), "editions.edition"));
        assertEquals(before, read);
    }

    @Test
    void leadsThroughSubmissionsWhileTheyAreMade() {
        String body = body(lines("a", 1, "\"function\":\"E01\"")).replace("2024", "2013");
        List<String> made = new ArrayList<>(List.of(UNICEF.submit(body), UNICEF.submit(body), UNICEF.submit(body)));
        Response first = UNICEF.request().get("/api/v1/submissions?entity=UNICEF&year=2013&limit=2");

        UNICEF.submit(body);

        List<String> read = new ArrayList<>(first.jsonPath().getList("submissions.id"));
        read.addAll(joined(pages(UNICEF::request, next(first).orElseThrow()), "submissions.id"));
        Collections.reverse(made);
        assertEquals(made, read);
    }

    private static void publishOne() {
        Client.SECRETARIAT.edition(UNICEF.submit(body(lines("a", 1, "\"function\":\"E01\""))));
    }

    /** Seven lines by function, six by place. */
    private static Draft draft() {
        Draft draft = Draft.of(UNICEF, lines("a", 7, "\"function\":\"E01\""));
        draft.append(lines("b", 6, "\"location\":\"ML\"")).then().statusCode(201);
        return draft;
    }

    private static String lines(String prefix, int count, String codes) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        number -> "{%s,\"amount\":\"%d\",\"lineId\":\"%s%d\"}".formatted(codes, number, prefix, number))
                .collect(Collectors.joining(","));
    }

    private static String body(String lines) {
        return "{\"entity\":\"UNICEF\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[" + lines
                + "]}]}";
    }

    /** From an address on, as the links lead. */
    private static List<Response> pages(Supplier<RequestSpecification> request, String first) {
        List<Response> pages = new ArrayList<>();
        Optional<String> address = Optional.of(first);
        while (address.isPresent()) {
            Response page = request.get().urlEncodingEnabled(false).get(address.get());
            page.then().statusCode(200);
            pages.add(page);
            assertTrue(pages.size() < 100, "the pages have no end");
            address = next(page);
        }
        return pages;
    }

    private static Optional<String> next(Response page) {
        return Optional.ofNullable(page.header("Link"))
                .map(NEXT::matcher)
                .filter(Matcher::matches)
                .map(link -> link.group(1));
    }

    private static <T> List<T> joined(List<Response> pages, String path) {
        List<T> joined = new ArrayList<>();
        pages.forEach(page -> joined.addAll(page.jsonPath().<T>getList(path)));
        return joined;
    }
}

package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Role;

@QuarkusTest
class AccessTest {
    private static final String UNDP_EXPENSE =
            "{\"entity\":\"UNDP\",\"year\":2016,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}";

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/submissions", "/api/v1/editions"})
    void asksForCredentialsBeforeAnythingIsWritten(String path) {
        given().contentType("application/json")
                .body(UNDP_EXPENSE)
                .post(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/contributions/unauthenticated"));
    }

    @Test
    void refusesATokenThatIsNotSignedByTheRegistry() {
        String token = Client.UNDP.token();
        given().auth()
                .oauth2(token.substring(0, token.lastIndexOf('.') + 1) + "AAAA")
                .contentType("application/json")
                .body(UNDP_EXPENSE)
                .post("/api/v1/submissions")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesWhatTheRoleDoesNotAllow() {
        new Client("key-certifier", Role.CERTIFIER, "UNDP")
                .postJson(UNDP_EXPENSE)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/contributions/forbidden"));
        String id = Client.UNDP.submit(UNDP_EXPENSE);
        Client.UNDP.publish(id).then().statusCode(403);
    }

    @Test
    void refusesAnotherEntitysSubmission() {
        Client.WFP
                .postJson(UNDP_EXPENSE)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/contributions/forbidden"))
                .body("entity", equalTo("UNDP"));
        Client.WFP
                .postCsv("amount\n1\n", Map.of("entity", "undp", "year", 2016, "flow", "expense"))
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/lines", "/findings"})
    void hidesWhatIsNotPublishedFromOthers(String part) {
        String path = "/api/v1/submissions/" + Client.UNDP.submit(UNDP_EXPENSE) + part;

        Client.UNDP.request().get(path).then().statusCode(200);
        Client.SECRETARIAT.request().get(path).then().statusCode(200);
        Client.WFP.request().get(path).then().statusCode(404).body("title", equalTo("Not found"));
        given().get(path).then().statusCode(404);
    }

    @Test
    void listsWhatIsNotPublishedOnlyForThoseWhoActForTheEntity() {
        String id = Client.UNDP.submit(UNDP_EXPENSE);

        assertListed(Client.UNDP.request(), id, true);
        assertListed(Client.SECRETARIAT.request(), id, true);
        assertListed(Client.WFP.request(), id, false);
        assertListed(given(), id, false);
        Client.SECRETARIAT.edition(id);
        assertListed(given(), id, true);
    }

    @Test
    void leadsThroughTheListPageByPage() {
        Client unicef = new Client("key-unicef", Role.PREPARER, "UNICEF");
        String body = UNDP_EXPENSE.replace("UNDP", "UNICEF");
        String first = unicef.submit(body);
        String second = unicef.submit(body);

        String path = "/api/v1/submissions?entity=UNICEF&year=2016&flow=expense&status=validated&limit=1";
        var page = unicef.request().get(path).then().statusCode(200).extract();
        String next = page.path("next");
        String link = page.header("Link");
        assertEquals("<" + path + "&cursor=" + next + ">; rel=\"next\"", link);
        assertEquals(second, page.path("submissions[0].id"));
        unicef.request()
                .get(path + "&cursor=" + next)
                .then()
                .body("submissions.id", equalTo(List.of(first)))
                .body("next", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year=24",
                "flow=spent",
                "status=done",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=1",
                "cursor=00000000-0000-0000-0000-000000000000",
                "entity=%00"
            })
    void saysWhichParameterCannotBeRead(String query) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/submissions?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/contributions/invalid-parameter"))
                .body("parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/submissions/1",
                "/api/v1/submissions/%20",
                "/api/v1/submissions/00000000-0000-0000-0000-000000000000",
                "/api/v1/editions/999999",
                "/feed/editions/999999/lines"
            })
    void saysThatThereIsNothing(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/contributions/not-found"));
    }

    private static void assertListed(RequestSpecification request, String id, boolean listed) {
        request.queryParam("entity", "UNDP")
                .queryParam("year", 2016)
                .queryParam("limit", 200)
                .get("/api/v1/submissions")
                .then()
                .statusCode(200)
                .body("submissions.id", listed ? hasItem(id) : not(hasItem(id)));
    }
}

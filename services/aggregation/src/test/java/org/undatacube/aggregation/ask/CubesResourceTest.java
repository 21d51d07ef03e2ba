package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class CubesResourceTest {
    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void listsBothCubesWithTheirEdition() {
        given().get("/api/v1/cubes")
                .then()
                .statusCode(200)
                .body("cube", contains("revenue", "expense"))
                .body("edition", contains(2, 2))
                .body("href", contains("/api/v1/cubes/revenue", "/api/v1/cubes/expense"));
    }

    @Test
    void saysWhatCanBeAskedOfACube() {
        given().get("/api/v1/cubes/expense")
                .then()
                .statusCode(200)
                .body("years", contains(2023, 2024))
                .body(
                        "dimensions.dimension",
                        contains("entity", "function", "location", "instrument", "sdg", "contributor", "gem", "year"))
                .body("dimensions[2].levels", contains("region", "subregion", "intermediate", "country"))
                .body("dimensions[4].drilldowns", contains("sdg.goal", "sdg.target", "sdg.five-ps"))
                .body("dimensions[4].hierarchies.hierarchy", contains("five-ps"))
                .body("dimensions[4].hierarchies[0].overlaps", equalTo(false))
                .body("dimensions[4].hierarchies[0].groups.code", contains("PEOPLE", "PROSPERITY"))
                .body("dimensions[4].hierarchies[0].href", equalTo("/api/v1/code-lists/sdgs/hierarchies/five-ps"))
                .body("dimensions[2].hierarchies[0].overlaps", equalTo(true))
                .body("dimensions[7].drilldowns", contains("year"))
                .body("measures.measure", hasItems("amount", "share.row", "growth", "distinct.location.country"))
                .body("editions.edition", contains(1, 2));
        given().get("/api/v1/cubes/revenue").then().body("dimensions", hasSize(4));
    }

    @Test
    void showsWhatIsKeptAddedUp() {
        await().untilAsserted(() -> given().get("/api/v1/cubes/expense/preaggregates")
                .then()
                .body("breakdownsHeld", equalTo(5))
                .body("filling", equalTo(false)));

        // in words that no test asks in, for what is kept of answers would be no hit
        given().get(LiveService.EXPENSE + "?drilldown=sdg.goal,year&limit=97")
                .then()
                .statusCode(200);

        given().get("/api/v1/cubes/expense/preaggregates")
                .then()
                .statusCode(200)
                .body("cube", equalTo("expense"))
                .body("breakdownsPublished", equalTo(5))
                .body("memoryLimit.toLong()", equalTo(Runtime.getRuntime().maxMemory() / 5 * 2))
                .body("memoryUsed", greaterThan(0))
                .body("cuboids.dimensions", hasItem(contains("entity", "function", "location", "sdg")))
                .body("cuboids.hits.sum()", greaterThan(0));
        given().get("/api/v1/cubes/revenue/preaggregates").then().body("breakdownsHeld", equalTo(1));
        given().get("/api/v1/cubes/profit/preaggregates").then().statusCode(404);
    }

    @Test
    void findsMembersByLevelAndText() {
        given().get("/api/v1/cubes/expense/members/location?level=country&limit=2")
                .then()
                .statusCode(200)
                .body("memberCount", equalTo(4))
                .body("members.code", contains("ML", "EG"))
                .body("members.parent", contains("11", "15"));
        given().get("/api/v1/cubes/expense/members/entity?q=unwto").then().body("members.code", contains("UN Tourism"));
        given().get("/api/v1/cubes/expense/members/location?level=groups&q=a&limit=2")
                .then()
                .statusCode(200)
                .body("memberCount", equalTo(3))
                .body("members.code", contains("LDC", "SAHEL"))
                .body("members.label", contains("Least developed countries", "Sahel"))
                .body("members.level", contains("groups", "groups"));
        given().get("/api/v1/cubes/expense/members/year").then().body("members.code", contains("2023", "2024"));
    }

    @Test
    void refusesWhatIsNotThere() {
        given().get("/api/v1/cubes/profit").then().statusCode(404).body("expected", contains("revenue", "expense"));
        given().get("/api/v1/cubes/revenue/members/sdg").then().statusCode(404).body("expected", hasItems("year"));
        given().get("/api/v1/cubes/expense/members/sdg?level=gaol")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("level"))
                .body("nearest", contains("goal"));
        given().get("/api/v1/cubes/expense/members/sdg?limit=0")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("limit"));
    }
}

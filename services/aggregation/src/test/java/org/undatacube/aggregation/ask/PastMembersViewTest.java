package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Dimension;

/** Members that occur in the past are those of the lists of then. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class PastMembersViewTest {
    private static final String SDG = "/api/v1/cubes/expense/members/sdg";

    Upstream upstream;

    @BeforeEach
    void serveTheSample() {
        upstream.serve(SampleHistory.create());
        LiveService.awaitSample(upstream);
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleLists.list(Dimension.SDG));
        upstream.serve(Dimension.SDG, SampleLists.hierarchies(Dimension.SDG));
        upstream.serve(SampleHistory.create());
    }

    @Test
    void haveTheNamesOfThen() {
        upstream.serve(SampleLists.list(Dimension.SDG, "4", List.of("1.a|goal|-|Moved to the top")));
        await().until(() ->
                given().get(SDG + "?cut=entity:UN&level=goal").asString().contains("Moved to the top"));

        given().get(SDG + "?cut=entity:UN&edition=2&level=goal")
                .then()
                .statusCode(200)
                .body("members.code", contains("1", "5"))
                .body("members.label", contains("No poverty", "Gender equality"));
        given().get(SDG + "?cut=entity:UN&edition=2")
                .then()
                .body("members.code", contains("5", "1.a"))
                .body("members.label", contains("Gender equality", "Resources"));
    }

    @Test
    void refuseALevelThatWasNotThereThenByItsName() {
        upstream.serve(
                Dimension.SDG,
                List.of(SampleLists.hierarchy("later", "1.0.0", SampleLists.group("A", "The group A", "5.1||"))));
        await().until(() -> given().get(SDG + "?level=later").statusCode() == 200);

        given().get(SDG + "?level=later&edition=2")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("level"))
                .body("value", equalTo("later"));
    }
}

package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class FollowedServiceTest {
    Upstream upstream;

    private final Published history = SampleHistory.create();

    @BeforeEach
    void serveTheSample() {
        upstream.serve(history);
        LiveService.awaitSample(upstream);
    }

    @AfterEach
    void restoreTheSample() {
        upstream.takeFeedDown(false);
        upstream.takeRegistryDown(false);
        upstream.serve(SampleLists.list(Dimension.SDG));
        upstream.serve(Dimension.SDG, SampleLists.hierarchies(Dimension.SDG));
        upstream.serve(SampleHistory.create());
    }

    @Test
    void showsARestatementAndKeepsThePast() {
        String tag = given().get(LiveService.EXPENSE).header("ETag");
        history.publish(history.publication(Flow.EXPENSE, "WFP", 2023, breakdown("function", "function=E02 281.00")));

        LiveService.awaitTotal("508.00");

        assertNotEquals(tag, given().get(LiveService.EXPENSE).header("ETag"));
        given().get(LiveService.EXPENSE + "?edition=2").then().body("total.amount", equalTo("507.00"));
    }

    @Test
    void goesOnAnsweringWhileTheOthersAreDown() {
        upstream.takeFeedDown(true);
        upstream.takeRegistryDown(true);

        await().until(() -> LiveService.health().getString("checks.find { it.name == 'cube' }.data.failure") != null);

        given().get(LiveService.EXPENSE).then().statusCode(200).body("total.amount", equalTo("507.00"));
        assertEquals("UP", LiveService.health().getString("status"));
    }

    @Test
    void isReadyWithItsEditionAndLag() {
        assertEquals(2, LiveService.health().getInt("checks.find { it.name == 'cube' }.data.edition"));
        await().until(() -> LiveService.health().get("checks.find { it.name == 'cube' }.data.lagSeconds") != null);
    }

    @Test
    void beginsAnewWhenTheContributionsWereReset() {
        Published reset = new Published();
        reset.publish(reset.publication(Flow.EXPENSE, "WFP", 2024, breakdown("function", "function=E02 7.00")));

        upstream.serve(reset);

        LiveService.awaitTotal("7.00");
    }

    @Test
    void usesANewHierarchyAndThenAnotherVersionOfItUntilItIsClosed() {
        String question = LiveService.EXPENSE + "?cut=sdg:ours:A";
        given().get(question).then().statusCode(400);

        upstream.serve(
                Dimension.SDG,
                List.of(SampleLists.hierarchy("ours", "1.0.0", SampleLists.group("A", "The group A", "5.1||"))));
        await().until(() -> given().get(question).statusCode() == 200);
        given().get(question).then().body("total.amount", equalTo("152.00"));
        String tag = given().get(question).header("ETag");

        upstream.serve(
                Dimension.SDG,
                List.of(SampleLists.hierarchy("ours", "2.0.0", SampleLists.group("A", "The group A", "5.1||2023"))));
        await().until(() ->
                given().get(question).jsonPath().getString("total.amount").equals("110.00"));
        assertNotEquals(tag, given().get(question).header("ETag"));
        given().get(question + "&edition=2").then().statusCode(400).body("detail", containsString("ours"));

        upstream.serve(Dimension.SDG, List.of());
        await().until(() -> given().get(question).statusCode() == 400);
    }

    @Test
    void answersOfThePastByTheListsOfThen() {
        String past = LiveService.EXPENSE + "?drilldown=sdg.goal&edition=2";
        String before = given().get(past).asString();
        upstream.serve(SampleLists.list(Dimension.SDG, "3", List.of("1.a|goal|-|Moved to the top")));
        await().until(() -> given().get(LiveService.EXPENSE + "?drilldown=sdg.goal")
                .asString()
                .contains("Moved to the top"));

        assertEquals(before, given().get(past).asString());
        assertEquals(
                before,
                given().get(LiveService.EXPENSE + "?drilldown=sdg.goal&asOf="
                                + given().get(past).jsonPath().getString("publishedAt"))
                        .asString());
    }

    @Test
    void usesANewVersionOfACodeList() {
        String question = LiveService.EXPENSE + "?drilldown=sdg.goal";
        String tag = given().get(question).header("ETag");

        upstream.serve(SampleLists.list(Dimension.SDG, "2", List.of("1.a|goal|-|Moved to the top")));

        await().untilAsserted(() -> given().get(question)
                .then()
                .body("cells.'sdg.goal'.code", contains("5", "1.a"))
                .body("cells.'sdg.goal'.label", contains("Gender equality", "Moved to the top"))
                .body("total.amount", equalTo("227.00")));
        assertNotEquals(tag, given().get(question).header("ETag"));
    }
}

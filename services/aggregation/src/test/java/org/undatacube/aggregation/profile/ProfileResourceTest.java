package org.undatacube.aggregation.profile;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class ProfileResourceTest {
    private static final String ADDRESS = "/api/v1/profiles/";
    /** More than a mix shows before the others. */
    private static final int CONTRIBUTORS = 13;

    Upstream upstream;

    private final Published history = new Published();

    @BeforeEach
    void serveTheHistory() {
        upstream.serve(SampleLists.list(
                Dimension.CONTRIBUTOR,
                "with many",
                Stream.concat(
                                Stream.of("PM/WRA|contributor|C01|An office with a stroke in its code"),
                                IntStream.rangeClosed(1, CONTRIBUTORS)
                                        .mapToObj(number -> "D" + number + "|contributor|C02|Donor " + number))
                        .toList()));
        awaitContributors(1);
        history.publish(
                history.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2023,
                        breakdown(
                                "function,location",
                                "function=E01 location=ML 80.00",
                                "function=E02 location=2 20.00")),
                history.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2024,
                        breakdown(
                                "function,location",
                                "function=E01 location=ML 60.00",
                                "function=E01 location=EG 30.000000001",
                                "function=E02 location=AF 60.00"),
                        breakdown("sdg", "sdg=5.1 100.00", "sdg=5.2 50.000000001")),
                history.publication(
                        Flow.EXPENSE,
                        "WFP",
                        2024,
                        breakdown("function", "function=E02 300.00"),
                        breakdown("sdg", "sdg=2 300.00")),
                history.publication(
                        Flow.EXPENSE,
                        "UN",
                        2024,
                        breakdown("function", "function=E03 295.00", "entity=UN-UNRISD function=E03 5.00")),
                history.publication(
                        Flow.REVENUE,
                        "UNDP",
                        2023,
                        breakdown(
                                "contributor",
                                Stream.concat(
                                                IntStream.rangeClosed(1, CONTRIBUTORS)
                                                        .mapToObj(number -> "contributor=D" + number + " " + number),
                                                Stream.of("contributor=PM/WRA 0.50"))
                                        .toArray(String[]::new))));
        history.publish(history.publication(
                Flow.REVENUE, "WFP", 2023, breakdown("instrument", "instrument=R02A 7.00", "instrument=R01 3.00")));
        upstream.serve(history);
        LiveService.awaitHistory(history);
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleHistory.create());
        upstream.serve(SampleLists.list(Dimension.CONTRIBUTOR));
        awaitContributors(0);
    }

    private static void awaitContributors(int count) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> given().get("/api/v1/cubes/revenue/members/contributor?q=PM/WRA")
                                .jsonPath()
                                .getInt("memberCount")
                        == count);
    }

    @Test
    void saysWhoItIs() {
        profile("entity/undp")
                .body("kind", equalTo("entity"))
                .body("dimension", equalTo("entity"))
                .body("code", equalTo("UNDP"))
                .body("level", equalTo("entity"))
                .body("labels.en", equalTo("UN Development Programme"))
                .body("parents.code", contains("FUND-PROGRAMME"))
                .body("groups.code", contains("MEMBERS"))
                .body("year", equalTo(2024))
                .body("edition", equalTo(1));
        profile("entity/UNDP?year=2023").body("groups", empty()).body("edition", equalTo(2));
        profile("country/MLI")
                .body("code", equalTo("ML"))
                .body("parents.code", contains("2", "202", "11"))
                .body("groups.code", contains("LDC", "SAHEL"))
                .body("cubes.cube", contains("expense"));
        profile("contributor/PM/WRA").body("code", equalTo("PM/WRA")).body("year", equalTo(2023));
    }

    @Test
    void givesAnEntitysFiguresRankAndPeers() {
        profile("entity/UNDP")
                .body("cubes.cube", contains("revenue", "expense"))
                .body("cubes[1].figures.amount", equalTo("150.000000001"))
                .body("cubes[1].figures.lines", equalTo(2))
                .body("cubes[1].figures.share", equalTo("0.2"))
                .body("cubes[1].figures.question.drilldown", equalTo("entity.entity"))
                .body("cubes[1].figures.coverage.entitiesReporting", equalTo(3))
                .body("cubes[1].ranks", hasSize(2))
                .body("cubes[1].ranks[0].rank", equalTo(3))
                .body("cubes[1].ranks[0].of", equalTo(3))
                .body("cubes[1].ranks[0]", not(hasKey("among")))
                .body("cubes[1].ranks[0].peers.code", contains("WFP", "UN"))
                // equal amounts share a rank
                .body("cubes[1].ranks[0].peers.rank", contains(1, 1))
                .body("cubes[1].ranks[1].among.code", equalTo("FUND-PROGRAMME"))
                .body("cubes[1].ranks[1].rank", equalTo(2))
                .body("cubes[1].ranks[1].of", equalTo(2))
                .body("cubes[1].ranks[1].peers.code", contains("WFP"));
    }

    @Test
    void givesTheTrendOfAllYears() {
        profile("entity/UNDP?year=2023")
                .body("cubes[1].trend.years.year", contains(2023, 2024))
                .body("cubes[1].trend.years.amount", contains("100.00", "150.000000001"))
                .body("cubes[1].trend.years.change", contains(null, "50.000000001"))
                .body("cubes[1].trend.years.growth", contains(null, "0.5"))
                .body("cubes[1].trend.coverage.entityYearsCovered", equalTo(2));
    }

    @Test
    void givesTheMixByEveryDimensionOrItsObstacle() {
        profile("entity/UNDP")
                .body(
                        "cubes[1].mixes.dimension",
                        contains("function", "location", "instrument", "sdg", "contributor", "gem"))
                .body("cubes[1].mixes[0].parts.code", contains("E01", "E02"))
                .body("cubes[1].mixes[0].parts.amount", contains("90.000000001", "60.00"))
                .body("cubes[1].mixes[0].parts.share", contains("0.6", "0.4"))
                .body("cubes[1].mixes[0].total", equalTo("150.000000001"))
                .body("cubes[1].mixes[0]", not(hasKey("others")))
                .body("cubes[1].mixes[0]", not(hasKey("obstacle")))
                .body("cubes[1].mixes[2].obstacle.dimensions", contains("instrument"))
                .body("cubes[1].mixes[2].parts", empty())
                .body("cubes[1].mixes[2]", not(hasKey("total")))
                .body(
                        "cubes[1].mixes[2].notes",
                        contains("No published breakdown of these entities and years gives instrument."))
                .body("cubes[1].mixes[3].parts.code", contains("5"));
        profile("entity/UN")
                .body("cubes[1].mixes[0].dimension", equalTo("entity"))
                .body("cubes[1].mixes[0].level", equalTo("subentity"))
                .body("cubes[1].mixes[0].parts.code", contains("UN", "UN-UNRISD"));
        profile("sdg/5")
                .body("cubes[0].mixes.find { it.dimension == 'sdg' }.parts.code", contains("5.1", "5.2"))
                .body("cubes[0].mixes.find { it.dimension == 'entity' }.parts.amount", contains("150.000000001"));
    }

    @Test
    void putsTheOthersTogether() {
        profile("entity/UNDP?year=2023")
                .body("cubes[0].mixes[1].dimension", equalTo("contributor"))
                .body("cubes[0].mixes[1].parts", hasSize(10))
                .body("cubes[0].mixes[1].parts[0].code", equalTo("D13"))
                .body("cubes[0].mixes[1].parts[9].code", equalTo("D4"))
                .body("cubes[0].mixes[1].others.code", nullValue())
                .body("cubes[0].mixes[1].others.amount", equalTo("6.50"))
                .body("cubes[0].mixes[1].others.lines", equalTo(4))
                .body("cubes[0].mixes[1].total", equalTo("91.50"));
    }

    @Test
    void namesOthersInTheLanguageThatIsAsked() {
        String target = ADDRESS + "entity/UNDP?year=2023";
        String tag = given().get(target)
                .then()
                .header("Content-Language", "en")
                .extract()
                .header("ETag");
        given().header("Accept-Language", "fr, en;q=0.5")
                .get(target)
                .then()
                .header("Content-Language", "fr")
                .header("ETag", equalTo(tag.substring(0, tag.length() - 1) + "-fr\""))
                .body("cubes[0].mixes[1].others.label", equalTo("Autres"));
        given().get(target + "&lang=es").then().body("cubes[0].mixes[1].others.label", equalTo("Otros"));
        given().get(target + "&lang=de").then().statusCode(400).body("parameter", equalTo("lang"));
    }

    @Test
    void namesWhatIsMissingAndWhose() {
        profile("country/ML")
                .body("cubes[0].figures.amount", equalTo("60.00"))
                .body("cubes[0].figures.share", equalTo("0.4"))
                .body("cubes[0].figures.coverage.amountUnattributed", equalTo("600.00"))
                .body("gaps.dimensions[0]", contains("location"))
                .body("gaps[0].entities", contains("UN", "WFP"))
                .body("gaps[0].amountReported", equalTo("600.00"))
                .body(
                        "gaps[0].reason",
                        equalTo("No published breakdown of these entities' figures of 2024 gives location."))
                .body("gaps.find { it.dimensions == ['location', 'sdg'] }.entities", contains("UN", "UNDP", "WFP"));
    }

    @Test
    void isNotZeroWhereNothingIsKnown() {
        profile("entity/UN Tourism?year=2024")
                .body("cubes[1].figures.amount", nullValue())
                .body("cubes[1].figures.share", nullValue())
                .body("cubes[1].ranks[0].rank", nullValue())
                .body("cubes[1].ranks[0].of", equalTo(3))
                .body("cubes[1].ranks[0].peers", empty())
                .body("cubes[1].trend.years", empty());
        // what is known of 2024 by location has nothing of Namibia
        profile("country/NA?year=2024")
                .body("cubes[0].figures.amount", equalTo("0.00"))
                .body("cubes[0].figures.lines", equalTo(0))
                .body("cubes[0].ranks[0].rank", nullValue());
    }

    @Test
    void blocksAreWhatTheirQuestionsGive() {
        for (String subject : List.of("entity/UNDP", "country/2", "sdg/5", "contributor/C02", "contributor/D3")) {
            List<String> hrefs = profile(subject).extract().jsonPath().getList("cubes.mixes.flatten().href");
            List<String> totals = profile(subject).extract().jsonPath().getList("cubes.mixes.flatten().total");
            for (int block = 0; block < hrefs.size(); block++) {
                String total = given().urlEncodingEnabled(false)
                        .get(hrefs.get(block))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("total.amount");
                assertEquals(total, totals.get(block) == null ? "0.00" : totals.get(block), hrefs.get(block));
            }
        }
    }

    @Test
    void changesItsTagOnlyWithWhatItIsAbout() {
        String target = ADDRESS + "entity/UNDP?year=2023";
        String tag = given().get(target).header("ETag");
        given().header("If-None-Match", tag).get(target).then().statusCode(304).header("ETag", equalTo(tag));

        history.publish(history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("function", "function=E02 301.00")));
        LiveService.awaitHistory(history);
        given().header("If-None-Match", tag).get(target).then().statusCode(304).header("Datacube-Edition", "3");
        String before = given().get(target + "&edition=3").asString();

        history.publish(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("function", "function=E02 150.00")));
        LiveService.awaitHistory(history);
        given().header("If-None-Match", tag)
                .get(target)
                .then()
                .statusCode(200)
                .body("edition", equalTo(4))
                .body("cubes[1].trend.years.amount", contains("100.00", "150.00"));
        assertEquals(before, given().get(target + "&edition=3").asString());
        assertNotEquals(tag, given().get(ADDRESS + "entity/WFP?year=2023").header("ETag"));
    }

    @Test
    void refusesWhatIsNotThereAndSaysWhatIsNear() {
        given().get(ADDRESS + "entitee/UNDP").then().statusCode(404).body("nearest", contains("entity"));
        given().get(ADDRESS + "entity/UNDB").then().statusCode(404).body("nearest", contains("UNDP"));
        given().get(ADDRESS + "sdg/99").then().statusCode(404).body("expected", equalTo("a code of the list sdgs"));
        given().get(ADDRESS + "entity/UNDP?year=24").then().statusCode(400).body("parameter", equalTo("year"));
        given().get(ADDRESS + "entity/UNDP?edition=9").then().statusCode(400).body("parameter", equalTo("edition"));
        given().get(ADDRESS + "entity/UNDP?yaer=2024").then().statusCode(400).body("nearest", contains("year"));
    }

    private static ValidatableResponse profile(String subject) {
        return given().get(ADDRESS + subject).then().statusCode(200);
    }
}

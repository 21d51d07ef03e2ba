package org.undatacube.aggregation.indicator;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.IndicatorLists;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** Every indicator of random reports, beside its definition computed line by line. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class RandomIndicatorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    Upstream upstream;

    static LongStream seeds() {
        return Seeds.of(3);
    }

    @BeforeEach
    void serveTheLists() {
        IndicatorLists.serve(upstream);
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleHistory.create());
        IndicatorLists.restore(upstream);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWhatItsDefinitionSays(long seed) {
        RandomReports reports = new RandomReports(seed);
        Published published = reports.published();
        upstream.serve(published);
        LiveService.awaitHistory(published);
        IndicatorOracle oracle = new IndicatorOracle(reports.reports());

        assertEquals(
                IndicatorOracle.RULES.keySet(),
                Set.copyOf(given().get("/api/v1/indicators")
                        .jsonPath()
                        .getList("findAll { it.numerator != null }.id", String.class)));
        for (String indicator : IndicatorOracle.RULES.keySet()) {
            Asked asked = new Asked(indicator, oracle, reports);
            asked.require("", report -> true, entity -> true);
            asked.require(
                    "&year=2017;2019..2020",
                    report -> Set.of(2017, 2019, 2020).contains(report.year()),
                    entity -> true);
            asked.require(
                    "&entity=WFP;UN%20Tourism",
                    report -> Set.of("WFP", "UN Tourism").contains(report.entity()),
                    Set.of("WFP", "UN Tourism")::contains);
            asked.require("&entity=UN-UNRISD", report -> report.entity().equals("UN"), "UN-UNRISD"::equals);
        }
    }

    private record Asked(String indicator, IndicatorOracle oracle, RandomReports reports) {
        private void require(String query, Predicate<RandomReports.Report> scope, Predicate<String> entities) {
            Map<String, String> byYear = new TreeMap<>();
            Map<String, String> byEntity = new TreeMap<>();
            Map<String, String> byBoth = new TreeMap<>();
            for (RandomReports.Report report : reports.reports()) {
                if (scope.test(report)) {
                    expect(byYear, report.year() + "", scope.and(its -> its.year() == report.year()), entities);
                    expect(
                            byEntity,
                            report.entity(),
                            scope.and(its -> its.entity().equals(report.entity())),
                            entities);
                    expect(
                            byBoth,
                            report.year() + report.entity(),
                            scope.and(its ->
                                    its.year() == report.year() && its.entity().equals(report.entity())),
                            entities);
                }
            }
            assertEquals(byYear, values("by=year" + query));
            assertEquals(byEntity, values("by=entity" + query));
            assertEquals(byBoth, values("by=year,entity" + query));
        }

        private void expect(
                Map<String, String> expected,
                String place,
                Predicate<RandomReports.Report> reportsThere,
                Predicate<String> entities) {
            Optional<IndicatorOracle.Figures> figures = oracle.figures(indicator, reportsThere, entities);
            figures.ifPresent(its -> expected.put(
                    indicator + " " + place,
                    text(its.numerator()) + " / " + text(its.denominator()) + " = " + text(its.value()) + " of "
                            + its.covered() + "/" + its.reporting()));
        }

        private Map<String, String> values(String query) {
            Map<String, String> values = new TreeMap<>();
            for (JsonNode value : get(query).get("values")) {
                values.put(
                        indicator + " " + value.path("year").asText("")
                                + value.path("entity").path("code").asText(""),
                        text(value.get("numerator")) + " / " + text(value.get("denominator")) + " = "
                                + text(value.get("value")) + " of "
                                + value.at("/coverage/entityYearsCovered").asInt() + "/"
                                + value.at("/coverage/entityYearsReporting").asInt());
            }
            return values;
        }

        private JsonNode get(String query) {
            try {
                return JSON.readTree(given().urlEncodingEnabled(false)
                        .get("/api/v1/indicators/" + indicator + "?" + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text(JsonNode number) {
            return number.isNull() ? "null" : text(new BigDecimal(number.asText()));
        }

        private static String text(BigDecimal number) {
            return number == null ? "null" : number.stripTrailingZeros().toPlainString();
        }
    }
}

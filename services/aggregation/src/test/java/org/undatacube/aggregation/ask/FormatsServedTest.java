package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.undatacube.aggregation.export.Decoded;
import org.undatacube.aggregation.export.FlatJson;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** Every form of an answer as it is served, and the language of its names. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class FormatsServedTest {
    private static final String QUESTION = "drilldown=sdg.goal,year&measures=amount,lines,average";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void isTheSameByParameterAndByAccept(Format format) {
        Response asked = given().get(LiveService.EXPENSE + "?" + QUESTION + "&format=" + format.code());
        Response accepted = given().accept(format.mediaType()).get(LiveService.EXPENSE + "?" + QUESTION);

        asked.then().statusCode(200).contentType(format.mediaType()).header("Datacube-Edition", "2");
        assertEquals(asked.header("ETag"), accepted.header("ETag"));
        assertArrayEquals(asked.asByteArray(), accepted.asByteArray());
    }

    @Test
    void hasTheSameCellsInEveryTable() throws IOException, SQLException {
        List<Map<String, String>> expected = FlatJson.rows(new ObjectMapper().readTree(bytes("json")));

        assertEquals(expected, Decoded.csv(bytes("csv")));
        assertEquals(expected, Decoded.columnar(bytes("columnar")));
        assertEquals(expected, Decoded.xlsx(bytes("xlsx")));
        assertEquals(expected, Decoded.parquet(bytes("parquet")));
        assertEquals(expected, Decoded.arrow(bytes("arrow")));
    }

    private static byte[] bytes(String format) {
        return given().get(LiveService.EXPENSE + "?" + QUESTION + "&format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void namesFilesAfterTheirQuestion() {
        LiveService.ask("drilldown=sdg.goal,year&format=xlsx")
                .header("Content-Disposition", "attachment; filename=\"expense-sdg.goal-year.xlsx\"");
    }

    @Test
    void callsMembersByCodeOrNameOrBoth() {
        assertEquals(
                "sdg.goal,amount",
                LiveService.request("drilldown=sdg.goal&format=csv&labels=id")
                        .asString()
                        .lines()
                        .findFirst()
                        .get());
        assertEquals(
                "sdg.goal.label,amount",
                LiveService.request("drilldown=sdg.goal&format=csv&labels=name")
                        .asString()
                        .lines()
                        .findFirst()
                        .get());
        LiveService.ask("drilldown=sdg.goal&labels=id")
                .body("cells[0].'sdg.goal'.size()", equalTo(1))
                .body("cells[0].'sdg.goal'.code", equalTo("1"));
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        Response english = LiveService.request("drilldown=location.country");
        Response spanish = LiveService.request("drilldown=location.country&lang=es");
        Response accepted = given().header("Accept-Language", "es-MX, en;q=0.5")
                .get(LiveService.EXPENSE + "?drilldown=location.country");

        english.then().header("Content-Language", "en").body("cells.'location.country'.label", hasItem("Afghanistan"));
        spanish.then().header("Content-Language", "es").body("cells.'location.country'.label", hasItem("Afganistán"));
        LiveService.ask("edition=1&drilldown=sdg.five-ps&lang=es")
                .body("cells.'sdg.five-ps'.label", hasItem("En ningún grupo"));
        assertEquals(spanish.asString(), accepted.asString());
        assertNotEquals(english.header("ETag"), spanish.header("ETag"));
        assertEquals(spanish.header("ETag"), accepted.header("ETag"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        LiveService.request("lang=de")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("lang"))
                .body("detail", containsString("ar, zh, en, fr, ru, es"));
        LiveService.request("format=parqet")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("nearest", equalTo(List.of("parquet")));
        LiveService.request("labels=codes").then().statusCode(400).body("parameter", equalTo("labels"));
        given().accept("application/pdf").get(LiveService.EXPENSE).then().statusCode(406);
    }
}

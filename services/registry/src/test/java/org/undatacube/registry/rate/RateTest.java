package org.undatacube.registry.rate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.SharedData;
import org.undatacube.registry.codelist.Provenance;
import org.undatacube.registry.seeding.Reseeding;

@RunningRegistry
class RateTest {
    private static final String RATES = "/api/v1/exchange-rates";

    @Inject
    Reseeding reseeding;

    @Inject
    RateWriter writer;

    @BeforeEach
    void startAnew() throws SQLException {
        reseeding.ratesFromNothing();
    }

    @Test
    void oneRateOfAYear() {
        given().queryParam("year", 2024)
                .queryParam("currency", "EUR")
                .get(RATES)
                .then()
                .statusCode(200)
                .body("version", equalTo("1"))
                .body("rates", hasSize(1))
                .body("rates[0].currency", equalTo("EUR"))
                .body("rates[0].year", equalTo(2024))
                .body("rates[0].unitsPerUsd", equalTo(0.96f))
                .body("rates[0].source", equalTo("CEB reference rates"));
    }

    @Test
    void allRatesAreThoseOfTheCeb() throws IOException {
        List<NamedCsvRecord> expected = SharedData.rows("ceb-codes/RATES.csv");

        byte[] body = given().get(RATES).then().statusCode(200).extract().asByteArray();
        ExchangeRates rates = JsonMapper.builder().build().readValue(body, ExchangeRates.class);

        assertEquals(expected.size(), rates.rates().size());
        for (NamedCsvRecord row : expected) {
            BigDecimal rate = rates.find(row.getField("Currencycode"), Integer.parseInt(row.getField("FinYear")))
                    .orElseThrow()
                    .unitsPerUsd();
            assertEquals(0, new BigDecimal(row.getField("Rate")).compareTo(rate), row.toString());
        }
    }

    @Test
    void unchangedRatesAreNotSentAgain() {
        String etag = given().get(RATES).header("ETag");

        given().header("If-None-Match", etag).get(RATES).then().statusCode(304).header("ETag", etag);
        given().header("If-None-Match", etag).get(RATES + "?format=csv").then().statusCode(200);
        given().header("If-None-Match", etag)
                .queryParam("year", 2024)
                .get(RATES)
                .then()
                .statusCode(200)
                .body("rates.currency", contains("CAD", "CHF", "EUR", "GBP", "USD"));
    }

    @Test
    void ratesAsCsvByAcceptOrFormat() {
        String expected = "currency,year,unitsPerUsd,source,version\r\nEUR,2024,0.96,CEB reference rates,1\r\n";
        String query = "?year=2024&currency=EUR";

        assertEquals(expected, given().accept("text/csv").get(RATES + query).asString());
        assertEquals(expected, given().get(RATES + query + "&format=csv").asString());
        given().get(RATES + query + "&format=csv")
                .then()
                .contentType(startsWith("text/csv"))
                .header("Vary", "Accept");
        given().accept("text/csv").get(RATES + "?format=json").then().contentType("application/json");
        given().accept("text/html").get(RATES).then().statusCode(406);
        given().get(RATES + "?format=xlsx")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("expected", contains("json", "csv"));
    }

    @Test
    void whatTheRatesWereAtAnyMomentTheyStillAreAfterTenChanges() {
        Map<Instant, String> said = new TreeMap<>();
        said.put(lastChange(), read(Map.of()));
        for (int step = 1; step <= 10; step++) {
            put("0.7" + step, 2024 + step % 3);
            said.put(lastChange(), read(Map.of()));
        }

        List<Instant> moments = List.copyOf(said.keySet());
        assertEquals(11, moments.size());
        for (int index = 0; index < moments.size(); index++) {
            Instant moment = moments.get(index);
            assertEquals(said.get(moment), read(Map.of("asOf", moment.toString())));
            assertEquals(said.get(moment), read(Map.of("version", index + 1)));
            if (index > 0) {
                Instant justBefore = moment.minusNanos(1000);
                assertEquals(said.get(moments.get(index - 1)), read(Map.of("asOf", justBefore.toString())));
            }
        }
    }

    @Test
    void aVersionSaysWhoMadeItWhenAndWhyAndCanBeKeptForEver() {
        put("0.97", 2024);

        given().get(RATES + "/versions")
                .then()
                .statusCode(200)
                .body("version", contains("2", "1"))
                .body("madeBy", contains("a test", "reference files"))
                .body("reason", contains("To see what happens", "What the project ships"))
                .body("added", contains(0, 80))
                .body("changed", contains(1, 0))
                .body("href[1]", equalTo(RATES + "?version=1"));
        given().get(RATES + "?version=1").then().header("Cache-Control", "public, max-age=31536000, immutable");
        given().get(RATES).then().header("Cache-Control", "no-cache");
    }

    @Test
    void whatIsAlreadySoMakesNoVersion() {
        put("0.96", 2024);

        given().get(RATES + "/versions").then().body("", hasSize(1));
    }

    @Test
    void aWrongParameterIsNamed() {
        wrong("year=24", "year");
        wrong("currency=euro", "currency");
        wrong("version=7", "version");
        wrong("version=01", "version");
        wrong("version=latest", "version");
        wrong("asOf=yesterday", "asOf");
        wrong("asOf=1999-01-01T00:00:00Z", "asOf");
        wrong("asOf=2026-01-01T00:00:00Z&version=1", "asOf");
    }

    private static void wrong(String query, String parameter) {
        given().get(RATES + "?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/registry/invalid-parameter"))
                .body("parameter", equalTo(parameter));
    }

    private void put(String unitsPerUsd, int year) {
        ExchangeRates.Rate rate =
                new ExchangeRates.Rate("EUR", year, new BigDecimal(unitsPerUsd), "CEB reference rates");
        QuarkusTransaction.requiringNew()
                .run(() -> writer.put(List.of(rate), new Provenance("a test", "To see what happens")));
    }

    private static String read(Map<String, ?> parameters) {
        return given().queryParams(parameters)
                .get(RATES)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Instant lastChange() {
        return Instant.parse(given().get(RATES + "/versions").path("[0].madeAt"));
    }
}

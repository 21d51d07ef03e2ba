package org.undatacube.registry.rate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.SharedData;

@RunningRegistry
class RateTest {

    @Test
    void oneRateOfAYear() {
        given().queryParam("year", 2024)
                .queryParam("currency", "EUR")
                .get("/api/v1/exchange-rates")
                .then()
                .statusCode(200)
                .body("version", equalTo("1"))
                .body("rates", hasSize(1))
                .body("rates[0].currency", equalTo("EUR"))
                .body("rates[0].year", equalTo(2024))
                .body("rates[0].unitsPerUsd", equalTo(0.96f));
    }

    @Test
    void allRatesAreThoseOfTheCeb() throws IOException {
        List<NamedCsvRecord> expected = SharedData.rows("ceb-codes/RATES.csv");

        byte[] body = given().get("/api/v1/exchange-rates")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
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
        String etag = given().get("/api/v1/exchange-rates").header("ETag");

        given().header("If-None-Match", etag)
                .get("/api/v1/exchange-rates")
                .then()
                .statusCode(304)
                .header("ETag", etag);
        given().header("If-None-Match", etag)
                .queryParam("year", 2024)
                .get("/api/v1/exchange-rates")
                .then()
                .statusCode(200)
                .body("rates.currency", contains("CAD", "CHF", "EUR", "GBP", "USD"));
    }

    @Test
    void aWrongParameterIsNamed() {
        given().queryParam("year", "24")
                .get("/api/v1/exchange-rates")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("year"));
        given().queryParam("currency", "euro")
                .get("/api/v1/exchange-rates")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("currency"));
    }
}

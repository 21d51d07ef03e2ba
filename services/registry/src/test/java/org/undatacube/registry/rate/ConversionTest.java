package org.undatacube.registry.rate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.codelists.ExchangeRates.Rate;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.seeding.Reseeding;

@RunningRegistry
class ConversionTest {
    @Inject
    Reseeding reseeding;

    @BeforeEach
    void startAnew() throws SQLException {
        reseeding.ratesFromNothing();
    }

    @Test
    void aConversionSaysWhichRateItUsed() {
        convert("amount=100.00&from=EUR&to=USD&year=2024")
                .statusCode(200)
                .body("amount", equalTo("100.00"))
                .body("result", equalTo("104.166666667"))
                .body("exact", equalTo(false))
                .body("decimals", equalTo(9))
                .body("rounding", equalTo("half even"))
                .body("year", equalTo(2024))
                .body("rates", hasSize(1))
                .body("rates[0].currency", equalTo("EUR"))
                .body("rates[0].year", equalTo(2024))
                .body("rates[0].unitsPerUsd", equalTo(0.96f))
                .body("rates[0].source", equalTo("CEB reference rates"))
                .body("version", equalTo("1"));
    }

    @ParameterizedTest
    @CsvSource({
        "12,                             EUR, USD, 12.500000000,                    true",
        "-0.000000001,                   EUR, USD, -0.000000001,                    false",
        "0,                              EUR, USD, 0.000000000,                     true",
        "12345678901234567890.123456789, GBP, USD, 15509646860847447098.145046217, false",
        "100,                            USD, EUR, 96.000000000,                    true",
        "100,                            GBP, EUR, 120.603015075,                   false",
        "100.10,                         EUR, EUR, 100.10,                          true",
        "100.10,                         USD, USD, 100.10,                          true"
    })
    void theResultHasEveryDigitAndIsRoundedOnce(String amount, String from, String to, String result, boolean exact) {
        convert("amount=" + amount + "&from=" + from + "&to=" + to + "&year=2024")
                .statusCode(200)
                .body("result", equalTo(result))
                .body("exact", equalTo(exact))
                .body("rates.currency.findAll { it == 'USD' }", hasSize(0));
    }

    /** The contributions service says the same of a line of -3 euro. */
    @Test
    void theArithmeticIsThatOfSubmittedLines() {
        Rate euro = new Rate("EUR", 2024, new BigDecimal("0.9241"), "UN");
        Rate dollar = new Rate("USD", 2024, BigDecimal.ONE, "by definition");

        Conversion conversion = Conversion.of(new BigDecimal("-3"), euro, dollar, "1");

        assertEquals("-3.246401905", conversion.result());
    }

    @Test
    void aConversionByFormerRatesStaysWhatItWas() {
        Client.asAdministrator()
                .contentType("text/csv")
                .body("Currencycode,FinYear,Rate\nEUR,2024,0.8\n")
                .post("/api/v1/exchange-rates/imports?format=ceb-rates")
                .then()
                .statusCode(200);
        String query = "amount=100&from=EUR&year=2024";

        convert(query).body("result", equalTo("125.000000000")).body("version", equalTo("2"));
        convert(query + "&version=1")
                .body("result", equalTo("104.166666667"))
                .body("version", equalTo("1"))
                .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void whatCannotBeConvertedIsNamedWithWhatCan() {
        convert("amount=1&from=JPY&year=2024")
                .statusCode(400)
                .body("parameter", equalTo("from"))
                .body("expected", contains("CAD", "CHF", "EUR", "GBP", "USD"));
        convert("amount=1&from=EUR&year=2001")
                .statusCode(400)
                .body("parameter", equalTo("year"))
                .body("expected", hasItems(2010, 2025));
        convert("amount=1,5&from=EUR&year=2024").statusCode(400).body("parameter", equalTo("amount"));
        convert("amount=1E5&from=EUR&year=2024").statusCode(400).body("parameter", equalTo("amount"));
        convert("amount=0.0000000001&from=EUR&year=2024").statusCode(400).body("parameter", equalTo("amount"));
        convert("from=EUR&year=2024").statusCode(400).body("parameter", equalTo("amount"));
        convert("amount=1&year=2024").statusCode(400).body("parameter", equalTo("from"));
        convert("amount=1&from=EUR").statusCode(400).body("parameter", equalTo("year"));
        convert("amount=1&from=EUR&to=euro&year=2024").statusCode(400).body("parameter", equalTo("to"));
        convert("amount=1&from=EUR&year=2024&version=9").statusCode(400).body("parameter", equalTo("version"));
    }

    private static ValidatableResponse convert(String query) {
        return given().get("/api/v1/exchange-rates/conversion?" + query).then();
    }
}

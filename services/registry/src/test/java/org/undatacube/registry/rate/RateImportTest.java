package org.undatacube.registry.rate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.SharedData;
import org.undatacube.registry.seeding.Reseeding;

@RunningRegistry
class RateImportTest {
    private static final String RATES = "/api/v1/exchange-rates";
    private static final String HEADER = "Currencycode,FinYear,Rate\n";

    @Inject
    Reseeding reseeding;

    @BeforeEach
    void startAnew() throws SQLException {
        reseeding.ratesFromNothing();
    }

    @Test
    void theCebsFileAsItIsChangesNothing() {
        String before = rates();

        send("", SharedData.text("ceb-codes/RATES.csv"))
                .statusCode(200)
                .body("version", equalTo("1"))
                .body("added", hasSize(0))
                .body("changed", hasSize(0))
                .body("unchanged", equalTo(80))
                .body("findings", hasSize(0));

        assertEquals(before, rates());
    }

    @Test
    void whatIsNewOrAnotherMakesAVersionThatSaysWhoAndWhy() {
        send("&reason=Rates of December", HEADER + "JPY,2024,151.37\nEUR,2024,0.95\nCHF,2024,0.901\nJPY,2024,151.370\n")
                .statusCode(200)
                .body("version", equalTo("2"))
                .body("added.currency", contains("JPY"))
                .body("added[0].unitsPerUsd", equalTo(151.37f))
                .body("added[0].source", equalTo("CEB reference rates"))
                .body("changed.from.unitsPerUsd", contains(0.96f))
                .body("changed.to.unitsPerUsd", contains(0.95f))
                .body("unchanged", equalTo(1))
                .body("findings.row", contains(5, 3))
                .body("findings.severity", contains("note", "warn"))
                .body("findings[1].message", containsString("0.96"));

        given().get(RATES + "?currency=JPY")
                .then()
                .body("version", equalTo("2"))
                .body("rates", hasSize(1));
        given().get(RATES + "/versions")
                .then()
                .body("[0].reason", equalTo("Rates of December"))
                .body("[0].madeBy", equalTo(Client.administratorKey().substring(4, 12)))
                .body("[0].added", equalTo(1))
                .body("[0].changed", equalTo(1));
        given().get(RATES + "?version=1&currency=EUR&year=2024").then().body("rates[0].unitsPerUsd", equalTo(0.96f));
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        String before = rates();

        send("&dryRun=true", HEADER + "JPY,2024,151.37\n")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("version", equalTo("1"))
                .body("added.currency", contains("JPY"));

        assertEquals(before, rates());
        given().get(RATES + "/versions").then().body("", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "EURO,2024,0.96    | Currencycode | EURO | EUR",
                "eur,2024,0.96     | Currencycode | eur  | EUR",
                ",2024,0.96        | Currencycode | \"\" | EUR",
                "EUR,24,0.96       | FinYear      | 24   | a year from 2000",
                "EUR,1999,0.96     | FinYear      | 1999 | a year from 2000",
                "EUR,2999,0.96     | FinYear      | 2999 | a year from 2000",
                "EUR,2024,         | Rate         | \"\" | such as 0.85",
                "EUR,2024,0        | Rate         | 0    | such as 0.85",
                "EUR,2024,-0.96    | Rate         | -0.96| such as 0.85",
                "EUR,2024,9.6E-1   | Rate         | 9.6E-1 | such as 0.85",
                "EUR,2024,NaN      | Rate         | NaN  | such as 0.85",
                "EUR,2024,0,96     | Rate         | 0    | a decimal point",
                "USD,2024,1.01     | Rate         | 1.01 | 1"
            })
    void aRowThatMayNotComeInKeepsTheWholeFileOut(String row, String field, String value, String expected) {
        String before = rates();

        send("", HEADER + "JPY,2024,151.37\n" + row + "\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/import-rejected"))
                .body("findings", hasSize(1))
                .body("findings[0].row", equalTo(3))
                .body("findings[0].severity", equalTo("reject"))
                .body("findings[0].field", equalTo(field))
                .body("findings[0].value", equalTo(value))
                .body("findings[0].expected", containsString(expected));

        assertEquals(before, rates());
    }

    @Test
    void twoRatesForOneYearContradictEachOther() {
        send("", HEADER + "JPY,2024,151.37\nJPY,2024,150\n")
                .statusCode(422)
                .body("findings.row", contains(3))
                .body("findings[0].message", equalTo("Row 2 gives this rate already, as 151.37."));
    }

    @Test
    void aJumpFromTheYearBeforeIsImportedAndSaid() {
        send("", HEADER + "GBP,2025,1.35\nJPY,2025,148\n,,\nJPY,2024,1.48\n")
                .statusCode(200)
                .body("findings.row", contains(4, 2, 2, 3))
                .body("findings.severity", contains("note", "warn", "warn", "warn"))
                .body("findings[2].message", equalTo("In 2024 it was 0.796, more than a quarter away."))
                .body("findings[3].message", equalTo("In 2024 it was 1.48, more than a quarter away."))
                .body("findings[3].expected", equalTo("units for one dollar, not dollars for one unit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", HEADER, "currency,year,rate\nEUR,2024,0.96\n", HEADER + "\"EUR,2024,0.96\n"})
    void whatIsNotTheFileIsMalformed(String body) {
        send("", body)
                .statusCode(400)
                .body("type", equalTo("/problems/registry/malformed-body"))
                .body("expected", contains("Currencycode", "FinYear", "Rate"));
    }

    @Test
    void anotherEncodingOrFormatIsNamed() {
        send("", HEADER + "€UR,2024,0.96\n", Charset.forName("windows-1252"))
                .statusCode(400)
                .body("detail", equalTo("The file is not in UTF-8."));
        Client.asAdministrator()
                .contentType("text/csv")
                .body(HEADER)
                .post(RATES + "/imports?format=ceb-donors")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("expected", contains("ceb-rates"));
    }

    @Test
    void whatAnAdministratorMadeOfARateOutlivesTheNextStart() throws SQLException {
        send("", HEADER + "EUR,2024,0.95\n").body("version", equalTo("2"));

        reseeding.again();

        given().get(RATES + "?currency=EUR&year=2024")
                .then()
                .body("version", equalTo("2"))
                .body("rates[0].unitsPerUsd", equalTo(0.95f));
    }

    @Test
    void aRateOfWhichTheReferenceFileSaysAnotherThingIsPutRightInANewVersion() throws SQLException {
        reseeding.withFormerRate("EUR", 2024, "0.5");

        reseeding.again();

        given().get(RATES + "/versions").then().body("changed", contains(1, 0)).body("added", contains(0, 80));
        given().get(RATES + "?version=1&currency=EUR&year=2024").then().body("rates[0].unitsPerUsd", equalTo(0.5f));
        given().get(RATES + "?currency=EUR&year=2024").then().body("rates[0].unitsPerUsd", equalTo(0.96f));
        assertEquals(
                List.of("reference files", "reference files"),
                given().get(RATES + "/versions").path("madeBy"));
    }

    private static String rates() {
        return given().get(RATES).asString();
    }

    private static ValidatableResponse send(String query, String file) {
        return send(query, file, StandardCharsets.UTF_8);
    }

    private static ValidatableResponse send(String query, String file, Charset charset) {
        return Client.asAdministrator()
                .contentType("text/csv")
                .body(file.getBytes(charset))
                .post(RATES + "/imports?format=ceb-rates" + query)
                .then();
    }
}

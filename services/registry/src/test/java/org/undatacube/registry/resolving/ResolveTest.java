package org.undatacube.registry.resolving;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.codelists.Code;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.codelist.CodeListWriter;
import org.undatacube.registry.codelist.Provenance;
import org.undatacube.registry.seeding.Reseeding;

@RunningRegistry
@TestInstance(Lifecycle.PER_CLASS)
class ResolveTest {
    private static final String LOCATIONS = "/api/v1/code-lists/locations/resolve";

    @Inject
    Reseeding reseeding;

    @Inject
    CodeListWriter writer;

    @BeforeAll
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "ML, ML, code, , 1.0",
        "ml, ML, code-case, , 0.95",
        "' M L', ML, code-case, , 0.95",
        "Turkey, TR, alias, , 1.0",
        "TURKEY, TR, alias, , 0.95",
        "004, AF, alias, , 1.0",
        "Autriche, AT, name, fr, 1.0",
        "autriche, AT, name-folded, fr, 0.95",
        "Австрия, AT, name, ru, 1.0",
        "奥地利, AT, name, zh, 1.0",
        "النمسا, AT, name, ar, 1.0",
        "اَلنِّمْسَا, AT, name-folded, ar, 0.95",
        "Burkina Fasso, BF, misspelling, , 0.87",
        "Австрея, AT, misspelling, ru, 0.81",
        "أذربيحان, AZ, misspelling, ar, 0.83"
    })
    void saysHowTheCodeWasFoundAndHowSurely(
            String value, String code, String match, String language, float confidence) {
        Map<String, Object> result = Resolved.value("locations", value);

        assertEquals(value, result.get("value"));
        assertEquals(code, result.get("code"));
        assertEquals(match, result.get("match"));
        assertEquals(language, result.get("language"));
        assertEquals(confidence, result.get("confidence"));
    }

    @ParameterizedTest
    @CsvSource({"ar, النمسا", "zh, 奥地利", "en, Austria", "fr, Autriche", "ru, Австрия", "es, Austria"})
    void labelsComeInTheLanguageOfTheReader(String language, String label) {
        given().header("Accept-Language", language)
                .contentType(ContentType.JSON)
                .body(Map.of("values", List.of("AT", "Öztereich")))
                .post(LOCATIONS)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .header("Vary", equalTo("Accept-Language"))
                .body("results[0].label", equalTo(label));
    }

    @Test
    void confidenceHasTwoDecimals() {
        String body = Resolved.answer("locations", Map.of(), List.of("AT", "at", "nowhere at all"))
                .asString();

        assertEquals(
                List.of("1.00", "0.95", "0.00"),
                Arrays.stream(body.split("\"confidence\":", -1))
                        .skip(1)
                        .map(rest -> rest.substring(0, 4))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "8.1, 8.1, code",
        "8.10, 8.10, code",
        "'8.1 ', 8.1, code-case",
        "'8,10', 8.10, code-case",
        "5A, 5.a, code-case"
    })
    void targetsWithATrailingZeroStayApart(String value, String code, String match) {
        Map<String, Object> result = Resolved.value("sdgs", value);

        assertEquals(code, result.get("code"));
        assertEquals(match, result.get("match"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"81", "8.11", "8.100", "08.1", "8.0"})
    void aNumberIsNeverTakenForAnother(String value) {
        assertEquals("none", Resolved.value("sdgs", value).get("match"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nouth Korea", "Nigerr", "UNPD", "Iral", "", " ", "???", "nothing like it"})
    void whatCouldBeTwoThingsOrNothingGetsNoCode(String value) {
        Map<String, Object> result = Resolved.value(value.equals("UNPD") ? "entities" : "locations", value);

        assertEquals("none", result.get("match"));
        assertEquals(null, result.get("code"));
        assertEquals(null, result.get("label"));
        assertEquals(0.0f, result.get("confidence"));
    }

    @Test
    void whatCouldBeMeantIsNamedTheLikeliestFirst() {
        answer("locations", "Nigerr")
                .body("results[0].candidates.code", contains("NE", "NG"))
                .body("results[0].candidates.label", contains("Niger", "Nigeria"))
                .body("results[0].candidates.confidence", contains(0.79f, 0.67f));
        answer("entities", "UNPD").body("results[0].candidates[0].code", equalTo("UNDP"));
        answer("sdgs", "8.11")
                .body("results[0].candidates.code", hasItems("8.1", "8.10"))
                .body("results[0].candidates", hasSize(5));
        answer("locations", "Burkina Fasso").body("results[0].candidates", hasSize(0));
    }

    @Test
    void aNameThatTwoCodesShareIsAmbiguous() {
        answer("contributors", "Sark")
                .body("results[0].match", equalTo("ambiguous"))
                .body("results[0].code", nullValue())
                .body("results[0].candidates.code", hasItems("CQ", "-"))
                .body("results[0].candidates.confidence", everyItem(equalTo(1.0f)));
    }

    @Test
    void aCodeThatIsAnothersNameSaysSo() {
        answer("contributors", "Italy")
                .body("results[0].match", equalTo("code"))
                .body("results[0].code", equalTo("Italy"))
                .body("results[0].candidates.code", contains("IT"));
        answer("contributors", "ITALY").body("results[0].match", equalTo("ambiguous"));
    }

    @Test
    void theLevelToWhichValuesBelongDecidesBetweenTheLikeOnes() {
        answer("locations", "Antarctica").body("results[0].match", equalTo("ambiguous"));

        assertEquals(
                "AQ",
                Resolved.codes("locations", Map.of("level", "country"), List.of("Antarctica"))
                        .get("Antarctica"));
        assertEquals(
                "10",
                Resolved.codes("locations", Map.of("level", "region"), List.of("Antarctica"))
                        .get("Antarctica"));
        Resolved.answer("locations", Map.of("level", "continent"), List.of("Africa"))
                .then()
                .statusCode(400)
                .body("parameter", equalTo("level"))
                .body("expected", hasItems("region", "country"));
    }

    @Test
    void theYearDecidesBetweenARetiredCodeAndTheOneThatHasItsName() throws SQLException {
        Code retired = marker("8", "Shared name", 2017);
        upsert(retired, marker("9", "Shared name", null));

        Response answer = Resolved.answer(
                "gender-markers",
                Map.of(),
                List.of("Shared name", Resolved.in(2016, "Shared name"), Resolved.in(2024, "shared name")));

        answer.then()
                .body("results.match", contains("ambiguous", "ambiguous", "name-folded"))
                .body("results[2].code", equalTo("9"))
                .body("results[2].validInYear", equalTo(true))
                .body("results[2].candidates.code", contains("8"));
        seedAnew();
    }

    @Test
    void saysWhetherTheCodeIsValidInTheYearAndWhatTookItsPlace() {
        given().contentType(ContentType.JSON)
                .body("{\"values\": [\"R03\", {\"value\": \"r03\", \"year\": 2017}], \"year\": 2024}")
                .post("/api/v1/code-lists/instruments/resolve")
                .then()
                .statusCode(200)
                .body("list", equalTo("instruments"))
                .body("version", equalTo("1.0.0"))
                .body("results.code", contains("R03", "R03"))
                .body("results.year", contains(2024, 2017))
                .body("results.validInYear", contains(false, true));
        answer("entities", "UN-UNISDR")
                .body("results[0].code", equalTo("UN-UNISDR"))
                .body("results[0].supersededBy", equalTo("UN-UNDRR"))
                .body("results[0].validInYear", nullValue());
    }

    @Test
    void aPastVersionIsAskedAsItWas() throws SQLException {
        upsert(marker("7", "Seventh heaven", null));

        assertEquals("7", Resolved.value("gender-markers", "seventh heaven").get("code"));
        Resolved.answer("gender-markers", Map.of("version", "1.0.0"), List.of("seventh heaven"))
                .then()
                .body("version", equalTo("1.0.0"))
                .body("results[0].match", equalTo("none"));
        seedAnew();
    }

    @Test
    void tenThousandValuesAreAnsweredInTheirOrder() {
        List<String> values = new ArrayList<>(Collections.nCopies(9_998, "Vereinigte Staaten"));
        values.add(0, "FR");
        values.add("Frankreich, France");

        Resolved.answer("locations", Map.of(), values)
                .then()
                .statusCode(200)
                .body("results", hasSize(10_000))
                .body("results[0].code", equalTo("FR"))
                .body("results[9999].value", equalTo("Frankreich, France"));
    }

    @Test
    void moreValuesAreRefusedWithTheLimit() {
        Resolved.answer("locations", Map.of(), Collections.nCopies(10_001, "FR"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/invalid-resolve-request"))
                .body("detail", containsString("10001 values"))
                .body("limit", equalTo(10_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"FR\"] | ''",
                "{} | /values",
                "{\"values\": \"FR\"} | /values",
                "{\"values\": [\"FR\", 8.10]} | /values/1",
                "{\"values\": [null]} | /values/0",
                "{\"values\": [{\"year\": 2024}]} | /values/0/value",
                "{\"values\": [{\"value\": \"FR\", \"yaer\": 2024}]} | /values/0/yaer",
                "{\"values\": [{\"value\": \"FR\", \"year\": \"2024\"}]} | /values/0/year",
                "{\"values\": [], \"year\": 24} | /year",
                "{\"value\": [\"FR\"]} | /value"
            })
    void aRequestOfAnotherFormIsRefusedWithThePlace(String body, String pointer) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(LOCATIONS)
                .then()
                .statusCode(422)
                .body("pointer", equalTo(pointer))
                .body("expected", containsString("\"values\""));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        given().contentType(ContentType.JSON)
                .body("{\"values\": [\"FR\"")
                .post(LOCATIONS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/registry/malformed-body"));
        given().contentType(ContentType.TEXT).body("FR").post(LOCATIONS).then().statusCode(415);
        given().contentType(ContentType.JSON)
                .body(Map.of("values", List.of("x".repeat(1001))))
                .post(LOCATIONS)
                .then()
                .statusCode(422)
                .body("pointer", equalTo("/values/0"));
        Resolved.answer("nothing", Map.of(), List.of("FR")).then().statusCode(404);
    }

    private static ValidatableResponse answer(String list, String value) {
        return Resolved.answer(list, Map.of(), List.of(value))
                .then()
                .statusCode(200)
                .body("results[0].candidates.size()", lessThanOrEqualTo(5));
    }

    private static Code marker(String code, String label, Integer validTo) {
        return new Code(
                code,
                "marker",
                null,
                Map.of("en", label),
                Map.of(),
                null,
                null,
                null,
                validTo,
                null,
                List.of(),
                Map.of());
    }

    private void upsert(Code... codes) {
        QuarkusTransaction.requiringNew()
                .run(() -> writer.upsert(
                        "gender-markers", List.of(codes), new Provenance("a test", "To see what happens")));
    }
}

package org.undatacube.contributions;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.http.Role;

/** What UN Tourism, which no other test publishes, reports beside what it published for 2020. */
@QuarkusTest
class HistoryRuleTest {
    private static final Client TOURISM = new Client("key-tourism", Role.PREPARER, "UN Tourism");

    @BeforeEach
    void publishFigures() {
        Client.SECRETARIAT.edition(TOURISM.submit(expense(2020, 40_000_000, 2_000_000)));
    }

    @ParameterizedTest(name = "{0} and {1}: {2} {3}")
    @CsvSource({
        "40000000000, 2000000000, controlTotal, THOUSANDFOLD",
        "40000, 2000, controlTotal, THOUSANDFOLD",
        "-40000000, -2000000, controlTotal, SIGN-SWAPPED",
        "400000000, 2000000, controlTotal, TOTAL-JUMP",
        "1900000, 2000000, function, MEMBER-JUMP",
        "40000000, -2000000, function, SIGN-SWAPPED",
        "40000000, 1999, function, THOUSANDFOLD"
    })
    void warnsOfFiguresThatAreFarFromThoseOfTheNearestYear(long first, long second, String field, String rule) {
        String id = TOURISM.submit(expense(2021, first, second));

        TOURISM.request()
                .get("/api/v1/submissions/" + id + "/findings?severity=warn&field=" + field + "&rule=" + rule)
                .then()
                .body("findings[0].severity", equalTo("warn"))
                .body("findings[0].message", containsString("in 2020"));
    }

    @Test
    void givesBothFigures() {
        warnings(2021, 4_000_000, 2_000_000)
                .body("findings.rule", contains("TOTAL-JUMP"))
                .body(
                        "findings[0].message",
                        allOf(
                                containsString("The total is 6000000.00 USD"),
                                containsString("42000000.00 USD were published: 7.0 times as little")));
    }

    @Test
    void letsFiguresBeThatAreLikeThoseOfTheNearestYear() {
        warnings(2021, 50_000_000, 1_000_000).body("findings", hasSize(0));
        warnings(2019, 20_000_000, 3_000_000).body("findings", hasSize(0));
    }

    @Test
    void comparesNothingWithYearsThatAreFarAway() {
        warnings(2024, 40_000, 2_000).body("findings", hasSize(0));
    }

    private static ValidatableResponse warnings(int year, long first, long second) {
        return TOURISM.request()
                .get("/api/v1/submissions/" + TOURISM.submit(expense(year, first, second)) + "/findings?severity=warn")
                .then()
                .statusCode(200);
    }

    private static String expense(int year, long first, long second) {
        return """
                {"entity":"UN Tourism","year":%d,"flow":"expense","breakdowns":[{"lines":[
                    {"function":"E01","amount":%d},{"function":"E02","amount":%d}]}]}""".formatted(year, first, second);
    }
}

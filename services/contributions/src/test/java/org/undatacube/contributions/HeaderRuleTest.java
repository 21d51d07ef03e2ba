package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a submission says of itself. */
@QuarkusTest
class HeaderRuleTest {
    static Stream<Arguments> headers() {
        return Stream.of(
                arguments(
                        "ENTITY-UNKNOWN", "entity", "\"entity\":\"UNDPP\",\"year\":2024,\"flow\":\"expense\"", "UNDP"),
                arguments(
                        "ENTITY-NOT-REPORTING",
                        "entity",
                        "\"entity\":\"UN-UNRISD\",\"year\":2024,\"flow\":\"expense\"",
                        "a submission of UN whose lines give the entity UN-UNRISD"),
                arguments(
                        "CODE-NOT-VALID-IN-YEAR",
                        "entity",
                        "\"entity\":\"UN-OLD\",\"year\":2024,\"flow\":\"expense\"",
                        "valid in 2024"),
                arguments("FIELD-MISSING", "entity", "\"year\":2024,\"flow\":\"expense\"", "entity"),
                arguments("FIELD-MISSING", "year", "\"entity\":\"WFP\",\"flow\":\"expense\"", "year"),
                arguments("FIELD-MISSING", "flow", "\"entity\":\"WFP\",\"year\":2024", "flow"),
                arguments(
                        "YEAR-INVALID",
                        "year",
                        "\"entity\":\"WFP\",\"year\":2010,\"flow\":\"expense\"",
                        "2011 to 2025"),
                arguments(
                        "YEAR-INVALID",
                        "year",
                        "\"entity\":\"WFP\",\"year\":2026,\"flow\":\"expense\"",
                        "2011 to 2025"),
                arguments(
                        "YEAR-INVALID", "year", "\"entity\":\"WFP\",\"year\":24,\"flow\":\"expense\"", "2011 to 2025"),
                arguments("WRONG-TYPE", "flow", "\"entity\":\"WFP\",\"year\":2024,\"flow\":1", "text"),
                arguments("FLOW-UNKNOWN", "flow", "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"spent\"", "revenue or"),
                arguments(
                        "CHOICE-UNKNOWN",
                        "replaces",
                        "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"expense\",\"replaces\":\"all\"",
                        "submission or breakdowns"),
                arguments(
                        "AMOUNT-NOT-A-NUMBER",
                        "controlTotal",
                        "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"expense\",\"controlTotal\":\"much\"",
                        "1200.50"),
                arguments(
                        "UNKNOWN-FIELD",
                        "control_total",
                        "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"expense\",\"control_total\":1",
                        "controlTotal"),
                arguments(
                        "REPEATED-FIELD",
                        "year",
                        "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"expense\",\"year\":2023",
                        "once"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("headers")
    void namesThePropertyOfTheSubmissionThatCannotBeRight(String rule, String field, String header, String expected) {
        String body = "{" + header + ",\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}";
        Response response = Client.SECRETARIAT.postJson(body);
        // a value of the wrong type is also one that is not there
        ValidatableResponse found = rule.equals("WRONG-TYPE")
                ? response.then().statusCode(422)
                : Client.onlyFinding(response, rule, null, field);
        found.body("findings[0].rule", equalTo(rule))
                .body("findings[0].pointer", equalTo("/" + field))
                .body("findings[0].expected", containsString(expected));
    }

    @Test
    void takesAnEntityByItsAliasAndASubEntityOnALine() {
        Client.SECRETARIAT
                .postJson(Expense.of("{\"amount\":1}").replace("UNDP", "UNWTO"))
                .then()
                .statusCode(201)
                .body("entity", equalTo("UN Tourism"))
                .body("findings.note", equalTo(1));
        Client.SECRETARIAT
                .postJson(Expense.of("{\"amount\":1,\"entity\":\"UN-UNRISD\"}").replace("UNDP", "UN"))
                .then()
                .statusCode(201)
                .body("entity", equalTo("UN"))
                .body("findings.note", equalTo(0));
    }
}

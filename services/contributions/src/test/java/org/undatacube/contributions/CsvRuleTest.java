package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only files and their parameters can have wrong. */
@QuarkusTest
class CsvRuleTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");

    @Test
    void namesRowAndColumnOfCsv() {
        Response response = Client.UNDP.postCsv("amount,sdg,note\n1,5.1,\"two\nlines\"\n2,5.99,\n3,5.1,\n", UNDP_2024);

        Client.onlyFinding(response, "UNKNOWN-CODE", 4, "sdg").body("findings[0].pointer", equalTo(null));
    }

    @Test
    void namesColumnsThatAreUnknownOrTwiceThere() {
        Client.UNDP
                .postCsv("amount,Location,functionn,amount\n1,ML,E01,2\n", UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings.rule", equalTo(List.of("UNKNOWN-FIELD", "UNKNOWN-FIELD", "REPEATED-FIELD")))
                .body("findings.row", equalTo(List.of(1, 1, 1)))
                .body("findings.expected", equalTo(List.of("location", "function", "once")));
    }

    @Test
    void namesTheColumnThatIsMissing() {
        Client.onlyFinding(Client.UNDP.postCsv("sdg\n5.1\n", UNDP_2024), "FIELD-MISSING", 1, "amount");
    }

    @Test
    void namesRowsThatAreTooShortOrTooLong() {
        Client.UNDP
                .postCsv("amount,sdg\n1\n1,5.1\n1,5.1,E01\n", UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings.rule", equalTo(List.of("ROW-LENGTH", "ROW-LENGTH")))
                .body("findings.row", equalTo(List.of(2, 4)));
    }

    @Test
    void namesWhatTheParametersOfCsvLack() {
        Client.UNDP
                .postCsv("amount\n1\n", Collections.emptyMap())
                .then()
                .statusCode(422)
                .body("findings.field", containsInAnyOrder("entity", "year", "flow"));
    }
}

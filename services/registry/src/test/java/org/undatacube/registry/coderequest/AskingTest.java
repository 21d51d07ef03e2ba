package org.undatacube.registry.coderequest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;
import org.undatacube.registry.RunningRegistry;

@RunningRegistry
class AskingTest {
    @Inject
    Requests requests;

    private KeyHolder unep;

    @BeforeEach
    void startAnew() throws SQLException {
        requests.startAnew();
        unep = KeyHolder.preparerOf("UNEP");
    }

    @Test
    void whatIsAskedIsKeptAndCanBeReadAgain() {
        JsonPath asked = unep.ask(Requests.foundation("website", "https://norf.example.org"))
                .statusCode(201)
                .body("status", equalTo("requested"))
                .body("entity", equalTo("UNEP"))
                .body("name", equalTo("Nordic Ocean Research Foundation"))
                .body("type", equalTo("C05"))
                .body("country", equalTo("NO"))
                .body("code", equalTo("NORFO"))
                .body("codeProposed", equalTo(false))
                .body("website", equalTo("https://norf.example.org"))
                .body("iatiOrganisation", nullValue())
                .body("granted", nullValue())
                .body("steps.status", contains("requested"))
                .body("steps[0].findings", hasSize(0))
                .body("findings", hasSize(0))
                .header("Location", matchesPattern(".*" + CodeRequestResource.PATH + "/[0-9a-f-]{36}"))
                .extract()
                .jsonPath();

        JsonPath read = unep.read(asked.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(asked.<Object>get(), read.<Object>get());
    }

    @Test
    void aCodeIsProposedWhereNoneIsWished() {
        unep.ask(Requests.foundation("code", null))
                .statusCode(201)
                .body("code", equalTo("NORF"))
                .body("codeProposed", equalTo(true));
    }

    @Test
    void blanksAreTidiedAndNothingElse() {
        unep.ask(Requests.foundation("name", "  Nordic\u00a0Ocean \n Research Foundation "))
                .statusCode(201)
                .body("name", equalTo("Nordic Ocean Research Foundation"));
    }

    @Test
    void warningsAreSaidAndKeptButRefuseNothing() {
        String id = unep.ask(Requests.foundation("name", "NORDIC OCEAN RESEARCH FOUNDATION"))
                .statusCode(201)
                .body("findings.constraint", contains("NAME-ALL-CAPITALS"))
                .body("findings[0].severity", equalTo("warn"))
                .body("findings[0].source", equalTo("this project"))
                .body("steps[0].findings.constraint", contains("NAME-ALL-CAPITALS"))
                .extract()
                .path("id");

        KeyHolder.reviewer().read(id).then().body("findings.constraint", contains("NAME-ALL-CAPITALS"));
    }

    @Test
    void whatMayNotBeAskedIsRefusedWithAllFindingsAndLeavesNothing() {
        unep.ask(Requests.foundation("code", "se")).statusCode(422);
        unep.ask(Map.of("name", "x", "type", "C99", "code", "no!"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/code-request-rejected"))
                .body(
                        "findings.constraint",
                        contains("NAME-LENGTH", "TYPE-UNKNOWN", "CODE-FORM", "JUSTIFICATION-LENGTH"))
                .body("findings.field", contains("name", "type", "code", "justification"))
                .body("findings.value", contains("x", "C99", "no!", null))
                .body("findings[1].expected", containsString("C05 (Foundations)"))
                .body("findings[1].expected", not(containsString("XX")))
                .body("findings[2].expected", containsString("2 to 10 capital letters and digits"));
        unep.ask(Map.of())
                .statusCode(422)
                .body("findings.constraint", contains("NAME-LENGTH", "TYPE-UNKNOWN", "JUSTIFICATION-LENGTH"));

        unep.list("").then().body("requests", hasSize(0));
    }

    @Test
    void whatIsNoJsonObjectIsMalformed() {
        for (String body : List.of("", "?", "[]", "{\"name\": {}}", "null")) {
            unep.request()
                    .contentType("application/json")
                    .body(body)
                    .post(CodeRequestResource.PATH)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/registry/malformed-body"));
        }
    }

    @Test
    void anEntityAsksForAContributorOnceAtATime() {
        String first = unep.asked(Requests.foundation());
        KeyHolder colleague = KeyHolder.of(Role.CERTIFIER, "UNEP");

        colleague
                .ask(Requests.foundation("name", "The Nordic Ocean Research Foundation Ltd."))
                .statusCode(422)
                .body("findings.constraint", contains("ASKED-ALREADY"))
                .body("findings[0].expected", containsString(first));

        colleague.withdraw(first).then().statusCode(200);
        colleague.ask(Requests.foundation()).statusCode(201);
    }

    @Test
    void theSecretariatLearnsThatTwoAskForTheSameAndTheyDoNot() {
        String first = unep.asked(Requests.foundation());
        KeyHolder wfp = KeyHolder.preparerOf("WFP");

        String second = wfp.ask(Requests.foundation("code", null))
                .statusCode(201)
                .body("findings", hasSize(0))
                .extract()
                .path("id");

        KeyHolder.reviewer()
                .read(first)
                .then()
                .body("findings.constraint", contains("ASKED-BY-ANOTHER"))
                .body("findings[0].message", containsString("WFP"))
                .body("findings[0].message", containsString(second));
        unep.read(first).then().body("findings", hasSize(0));
        wfp.read(second).then().body("findings", hasSize(0));
    }

    @Test
    void requestsComeNewestFirstInPages() {
        List<String> all = new ArrayList<>();
        for (String name :
                List.of("Alpine Water Trust", "Baltic Seed Bank", "Caspian Health Union", "Delta Relief Corps")) {
            all.add(0, unep.asked(withName(name)));
        }

        JsonPath first = unep.list("?limit=3")
                .then()
                .statusCode(200)
                .body("requests[0]", not(hasKey("findings")))
                .header("Link", containsString("cursor=" + all.get(2)))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .jsonPath();
        JsonPath second = unep.list("?limit=3&cursor=" + first.getString("next"))
                .then()
                .header("Link", nullValue())
                .body("next", nullValue())
                .extract()
                .jsonPath();

        List<String> read = new ArrayList<>(first.getList("requests.id"));
        read.addAll(second.getList("requests.id"));
        assertEquals(all, read);
    }

    @Test
    void theListCanBeLimitedToWhatStandsSo() {
        String open = unep.asked(withName("Alpine Water Trust"));
        String withdrawn = unep.asked(withName("Baltic Seed Bank"));
        unep.withdraw(withdrawn).then().statusCode(200);

        unep.list("?status=requested").then().body("requests.id", contains(open));
        unep.list("?status=withdrawn").then().body("requests.id", contains(withdrawn));
        unep.list("?status=granted").then().body("requests", hasSize(0));
        unep.list("?status=waiting")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("status"))
                .body("expected", hasItem("requested"));
        unep.list("?limit=0").then().statusCode(400).body("parameter", equalTo("limit"));
        unep.list("?cursor=nothing").then().statusCode(400).body("parameter", equalTo("cursor"));
    }

    private static Map<String, Object> withName(String name) {
        return Requests.foundation("name", name, "code", null);
    }
}

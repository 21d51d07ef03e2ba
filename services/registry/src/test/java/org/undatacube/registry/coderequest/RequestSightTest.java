package org.undatacube.registry.coderequest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;
import org.undatacube.http.correlation.RequestId;
import org.undatacube.registry.RunningRegistry;

/** An entity can neither read nor change another's request, and does not even learn that there is one. */
@RunningRegistry
class RequestSightTest {
    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    @Inject
    Requests requests;

    private KeyHolder unep;
    private KeyHolder wfp;
    private String uneps;

    @BeforeEach
    void startAnew() throws SQLException {
        requests.startAnew();
        unep = KeyHolder.preparerOf("UNEP");
        wfp = KeyHolder.preparerOf("WFP");
        uneps = unep.asked(Requests.foundation());
    }

    @Test
    void anEntityListsItsOwnAndTheSecretariatAll() {
        String wfps = wfp.asked(Requests.foundation("name", "Alpine Water Trust"));

        wfp.list("").then().statusCode(200).body("requests.id", contains(wfps));
        KeyHolder.of(Role.CERTIFIER, "UNEP").list("").then().body("requests.id", contains(uneps));
        for (String role : List.of(Role.REVIEWER, Role.ADMINISTRATOR)) {
            KeyHolder.of(role, null).list("").then().body("requests.id", containsInAnyOrder(uneps, wfps));
        }
    }

    @Test
    void noParameterShowsAnothersRequests() {
        for (String query :
                List.of("?status=requested", "?limit=200", "?entity=UNEP", "?status=requested&entity=UNEP")) {
            wfp.list(query).then().statusCode(200).body("requests", hasSize(0));
        }
        assertSame("?cursor=");
    }

    @Test
    void anothersRequestIsAnsweredLikeOneThatIsNotThere() {
        assertSame("/");
        for (String role : List.of(Role.PREPARER, Role.CERTIFIER)) {
            KeyHolder caller = KeyHolder.of(role, "WFP");
            assertSame(caller.withdraw(uneps), caller.withdraw(NOBODYS));
        }

        unep.read(uneps).then().body("status", equalTo("requested")).body("steps", hasSize(1));
    }

    @Test
    void anEntityDecidesOnNothingNotEvenItsOwn() {
        for (String entity : List.of("UNEP", "WFP")) {
            for (String role : List.of(Role.PREPARER, Role.CERTIFIER)) {
                KeyHolder.of(role, entity).grant(uneps).then().statusCode(403);
            }
        }
        for (String role : List.of(Role.REVIEWER, Role.ADMINISTRATOR)) {
            KeyHolder secretariat = KeyHolder.of(role, null);
            secretariat.ask(Requests.foundation()).statusCode(403);
            secretariat.withdraw(uneps).then().statusCode(403);
        }
        unep.read(uneps).then().body("status", equalTo("requested"));
    }

    @Test
    void anEntityCannotAskInAnothersName() {
        wfp.ask(Requests.foundation("entity", "UNEP"))
                .statusCode(201)
                .body("entity", equalTo("WFP"))
                .body("steps[0].findings", hasSize(0));
    }

    @Test
    void anotherOpenRequestForTheSameLeavesNoTraceInWhatIsAnswered() {
        Response whileOpen = askAsWfp();
        wfp.withdraw(whileOpen.<String>path("id")).then().statusCode(200);
        unep.withdraw(uneps).then().statusCode(200);
        Response whenEnded = askAsWfp();

        assertEquals(whileOpen.<String>path("code"), whenEnded.path("code"));
        assertEquals(whileOpen.<List<?>>path("findings"), whenEnded.path("findings"));
        assertFalse(whileOpen.asString().contains("UNEP"));
    }

    private Response askAsWfp() {
        return wfp.ask(Requests.foundation("code", null))
                .statusCode(201)
                .extract()
                .response();
    }

    /** What WFP is told of a request of UNEP's is what it is told of one that is not there. */
    private void assertSame(String before) {
        for (String role : List.of(Role.PREPARER, Role.CERTIFIER)) {
            KeyHolder caller = KeyHolder.of(role, "WFP");
            assertSame(caller.list(before + uneps), caller.list(before + NOBODYS));
        }
    }

    private void assertSame(Response anothers, Response nobodys) {
        assertTrue(anothers.statusCode() >= 400);
        assertEquals(nobodys.statusCode(), anothers.statusCode());
        assertEquals(without(nobodys, NOBODYS), without(anothers, uneps));
    }

    /** What was answered but for what was asked: the id, and the name of the one request. */
    private static String without(Response answer, String id) {
        String name = answer.header(RequestId.HEADER);
        assertNotNull(name);
        return answer.asString().replace(id, "").replace(name, "");
    }
}

package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Jobs that are cancelled or lost, and those that are forgotten. */
@QuarkusTest
class JobInterruptionTest {
    @Inject
    DataSource dataSource;

    @Test
    void storesNothingOnceItIsCancelled() throws SQLException {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        String id;
        try (Connection held = Jobs.hold(dataSource, draft)) {
            id = Jobs.appendLater(draft).then().statusCode(202).extract().path("id");

            Client.UNDP
                    .request()
                    .delete("/api/v1/jobs/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"));
            Client.UNDP
                    .request()
                    .delete("/api/v1/jobs/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"));
            held.rollback();
        }
        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + id + "/result")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/job-without-result"))
                .body("state", equalTo("cancelled"));
        // only with the same version can this be the first change
        draft.append("{\"amount\":1}").then().statusCode(201).body("submission.version", equalTo(2));
    }

    @RepeatedTest(10)
    void hasAnEffectOrIsCancelledAtWhateverMoment() {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        String id = Client.UNDP
                .request()
                .header("If-Match", "\"1\"")
                .header("Prefer", "respond-async")
                .contentType("text/csv")
                .body("amount\n" + "1\n".repeat(20_000))
                .post(draft.path("/lines"))
                .path("id");

        int cancelled = Client.UNDP.request().delete("/api/v1/jobs/" + id).statusCode();

        assertTrue(Set.of(200, 409).contains(cancelled));
        boolean appended = Jobs.finished(id).getString("state").equals("succeeded");
        assertEquals(cancelled == 409, appended);
        draft.append("{\"amount\":1}")
                .then()
                .statusCode(201)
                .body("submission.breakdowns[0].lines", equalTo(appended ? 20_002 : 2));
    }

    @Test
    void saysThatItWasInterruptedWhereItsProcessIsGone() throws SQLException {
        UUID lost = UUID.randomUUID();
        insert(lost, "31 seconds", null);
        UUID alive = UUID.randomUUID();
        insert(alive, "5 seconds", null);
        UUID upload = UUID.randomUUID();
        UUID lostUpload = UUID.randomUUID();
        insert(lostUpload, "1 hour", upload);

        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + lost)
                .then()
                .body("state", equalTo("interrupted"))
                .body("advice", containsString("Send the request again"))
                .body("finishedAt", notNullValue());
        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + alive)
                .then()
                .body("state", equalTo("running"))
                .body("advice", nullValue());
        Client.UNDP
                .request()
                .get("/api/v1/jobs/" + lostUpload)
                .then()
                .body("advice", containsString("upload=" + upload));
        Client.UNDP
                .request()
                .delete("/api/v1/jobs/" + lost)
                .then()
                .statusCode(409)
                .body("state", equalTo("interrupted"));
    }

    @Test
    void hasNoEffectOnceItWasTakenForLost() throws SQLException {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        String id;
        try (Connection held = Jobs.hold(dataSource, draft)) {
            id = Jobs.appendLater(draft).path("id");
            try (Connection other = dataSource.getConnection();
                    PreparedStatement update = other.prepareStatement(
                            "update job set state = 'interrupted', finished_at = now() where id = ?")) {
                update.setObject(1, UUID.fromString(id));
                update.executeUpdate();
            }
            held.rollback();
        }

        assertEquals("interrupted", Jobs.finished(id).getString("state"));
        draft.append("{\"amount\":1}").then().statusCode(201).body("submission.breakdowns[0].lines", equalTo(2));
    }

    @Test
    void forgetsAfterAWeek() throws SQLException {
        UUID old = UUID.randomUUID();
        insert(old, "1 hour", null);
        Client.UNDP.request().get("/api/v1/jobs/" + old).then().statusCode(200);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update job set finished_at = now() - interval '8 days' where id = ?")) {
            update.setObject(1, old);
            update.executeUpdate();
        }

        Jobs.submitLater("amount\n1\n", null).then().statusCode(202);

        Client.UNDP.request().get("/api/v1/jobs/" + old).then().statusCode(404);
    }

    private void insert(UUID id, String age, UUID upload) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into job (id, owner, entity, state, path, upload, bytes, started_at, heartbeat) values"
                                + " (?, 'key-undp', 'UNDP', 'running', '/api/v1/submissions', ?, 1, now(),"
                                + " now() - ?::interval)")) {
            insert.setObject(1, id);
            insert.setObject(2, upload, Types.OTHER);
            insert.setString(3, age);
            insert.executeUpdate();
        }
    }
}

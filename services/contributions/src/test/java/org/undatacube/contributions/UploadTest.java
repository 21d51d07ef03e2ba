package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;

@QuarkusTest
class UploadTest {
    private static final Client UNICEF = new Client("key-unicef-upload", Role.PREPARER, "UNICEF");
    private static final String CSV = "function,amount\nE01,1.50\nE01,2.50\n";

    @TestHTTPResource
    URI address;

    @Inject
    DataSource dataSource;

    @Test
    void takesASubmissionInPieces() {
        Response created = create(UNICEF, "?0", CSV.substring(0, 10));
        created.then()
                .statusCode(201)
                .header("Upload-Offset", "10")
                .header("Upload-Complete", "?0")
                // a week, of which a moment has passed
                .header("Upload-Limit", "max-size=1073741824, max-append-size=67108864, max-age=604799")
                .body("offset", equalTo(10))
                .body("expiresAt", startsWith("2025-07-07T12:00:"));
        String id = created.path("id");

        append(UNICEF, id, 10, "?0", CSV.substring(10, 20))
                .then()
                .statusCode(204)
                .header("Upload-Offset", "20")
                .header("Upload-Complete", "?0");
        submit(UNICEF, id).then().statusCode(409).body("type", equalTo("/problems/contributions/upload-incomplete"));
        UNICEF.request()
                .head("/api/v1/uploads/" + id)
                .then()
                .statusCode(204)
                .header("Upload-Offset", "20")
                .header("Upload-Complete", "?0")
                .header("Upload-Length", nullValue())
                .header("Cache-Control", "no-store");
        append(UNICEF, id, 20, "?1", CSV.substring(20))
                .then()
                .statusCode(204)
                .header("Upload-Complete", "?1")
                .header("Upload-Length", String.valueOf(CSV.length()));

        String submission = submit(UNICEF, id).then().statusCode(201).extract().path("id");
        UNICEF.request()
                .get("/api/v1/submissions/" + submission)
                .then()
                .body("breakdowns[0].lines", equalTo(2))
                .body("breakdowns[0].total", equalTo("4.00"));
        Draft draft = Draft.empty(UNICEF);
        draft.change()
                .noContentType()
                .queryParam("upload", id)
                .post(draft.path("/lines"))
                .then()
                .statusCode(201);
    }

    @Test
    void saysWhenThereIsRoomForAnotherUpload() {
        Client many = new Client("key-many-uploads", Role.PREPARER, "UNICEF");
        for (int upload = 0; upload < 20; upload++) {
            create(many, "?0", "x").then().statusCode(201);
        }

        create(many, "?0", "x")
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(604_000), lessThanOrEqualTo(604_801)))
                .body("type", equalTo("/problems/contributions/too-many-uploads"))
                .body("limit", equalTo(20))
                .body("detail", containsString("delete one"));
    }

    @Test
    void saysWhereToGoOnWhereBytesBeginElsewhere() {
        String id = create(UNICEF, "?0", "0123456789").path("id");

        for (int offset : new int[] {0, 9, 11}) {
            append(UNICEF, id, offset, "?0", "x")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .header("Upload-Offset", "10")
                    .header("Upload-Complete", "?0")
                    .body("type", equalTo("/problems/contributions/upload-offset"))
                    .body("expected-offset", equalTo(10))
                    .body("provided-offset", equalTo(offset));
        }
        append(UNICEF, id, 10, "?1", "").then().statusCode(204).header("Upload-Complete", "?1");
        append(UNICEF, id, 10, "?1", "x")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/upload-complete"));
    }

    @Test
    void keepsWhatCameBeforeTheConnectionBroke() throws Exception {
        String id = create(UNICEF, "?0", "").path("id");
        byte[] bytes = new byte[3 << 20];
        new Random(1).nextBytes(bytes);
        int sent = (2 << 20) + 1_000;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH /api/v1/uploads/" + id + " HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/partial-upload\r\nUpload-Offset: 0\r\nUpload-Complete: ?1\r\n"
                            + "Authorization: Bearer " + UNICEF.token() + "\r\nContent-Length: " + bytes.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, sent);
            out.flush();
            awaitOffset(id, 2 << 20);
        }

        int offset =
                Integer.parseInt(UNICEF.request().head("/api/v1/uploads/" + id).header("Upload-Offset"));
        assertTrue(offset >= 2 << 20 && offset <= sent, () -> "went on from " + offset);
        UNICEF.request()
                .contentType("application/partial-upload")
                .header("Upload-Offset", offset)
                .header("Upload-Complete", "?1")
                .body(Arrays.copyOfRange(bytes, offset, bytes.length))
                .patch("/api/v1/uploads/" + id)
                .then()
                .statusCode(204)
                .header("Upload-Offset", String.valueOf(bytes.length));
    }

    @RepeatedTest(5)
    void letsOneOfTwoThatAppendAtOnceWin() throws Exception {
        String id = create(UNICEF, "?0", "0123456789").path("id");
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = Parallel.run(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return append(UNICEF, id, 10, "?0", (thread == 0 ? "a" : "b").repeat(1_000_000))
                    .statusCode();
        });

        assertEquals(List.of(204, 409), statuses.stream().sorted().toList());
        UNICEF.request().head("/api/v1/uploads/" + id).then().header("Upload-Offset", "1000010");
    }

    @Test
    void holdsTheSenderToTheLengthThatWasSaid() {
        String id = UNICEF.request()
                .contentType("text/csv")
                .header("Upload-Complete", "?0")
                .header("Upload-Length", CSV.length())
                .post("/api/v1/uploads")
                .then()
                .statusCode(201)
                .header("Upload-Length", String.valueOf(CSV.length()))
                .extract()
                .path("id");

        append(UNICEF, id, 0, "?1", "short")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/contributions/upload-length"));
        append(UNICEF, id, 0, "?0", CSV + "more").then().statusCode(400);
        append(UNICEF, id, 0, "?1", CSV).then().statusCode(204);
        UNICEF.request()
                .contentType("text/csv")
                .header("Upload-Complete", "?0")
                .header("Upload-Length", 1_073_741_825)
                .post("/api/v1/uploads")
                .then()
                .statusCode(413)
                .body("limit", equalTo(1_073_741_824));
    }

    @Test
    void isSeenByTheKeyThatBeganItOnly() {
        String id = create(UNICEF, "?1", CSV).path("id");
        Client colleague = new Client("key-unicef-other", Role.PREPARER, "UNICEF");

        for (Client other : List.of(colleague, Client.SECRETARIAT)) {
            other.request().head("/api/v1/uploads/" + id).then().statusCode(404);
            other.request().get("/api/v1/uploads/" + id).then().statusCode(404);
            append(other, id, CSV.length(), "?1", "x").then().statusCode(404);
            other.request().delete("/api/v1/uploads/" + id).then().statusCode(404);
            submit(other, id).then().statusCode(404);
        }
        given().get("/api/v1/uploads/" + id).then().statusCode(401);
        create(new Client("key-certifier", Role.CERTIFIER, "UNICEF"), "?0", "")
                .then()
                .statusCode(403);
        UNICEF.request().delete("/api/v1/uploads/" + id).then().statusCode(204);
        UNICEF.request().head("/api/v1/uploads/" + id).then().statusCode(404);
        submit(UNICEF, id).then().statusCode(404);
    }

    @Test
    void isGoneAfterAWeekAndCountsNoMore() throws SQLException {
        Client many = new Client("key-" + UUID.randomUUID(), Role.PREPARER, "UNICEF");
        String first = create(many, "?0", "x").path("id");
        for (int upload = 1; upload < 20; upload++) {
            create(many, "?0", "").then().statusCode(201);
        }
        create(many, "?0", "").then().statusCode(429).body("limit", equalTo(20));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update upload set expires_at = timestamptz '2025-06-30T12:00:00Z' where id = ?")) {
            update.setObject(1, UUID.fromString(first));
            update.executeUpdate();
        }

        many.request().head("/api/v1/uploads/" + first).then().statusCode(404);
        create(many, "?0", "").then().statusCode(201);
    }

    @Test
    void refusesWhatItCannotUse() {
        String xml = UNICEF.request()
                .contentType("application/xml")
                .header("Upload-Complete", "?1")
                .body("<x/>".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/uploads")
                .path("id");

        submit(UNICEF, xml).then().statusCode(415).body("detail", containsString("application/xml"));
        String id = create(UNICEF, "?0", "").path("id");
        UNICEF.request()
                .contentType("text/csv")
                .header("Upload-Offset", 0)
                .body("x")
                .patch("/api/v1/uploads/" + id)
                .then()
                .statusCode(415);
        append(UNICEF, id, -1, "?0", "x").then().statusCode(400).body("header", equalTo("Upload-Offset"));
        submit(UNICEF, "1").then().statusCode(404);
        given().options("/api/v1/uploads")
                .then()
                .statusCode(204)
                .header("Upload-Limit", containsString("max-size=1073741824"));
    }

    private void awaitOffset(String id, long offset) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from upload where id = ? and received >= ?")) {
            select.setObject(1, UUID.fromString(id));
            select.setLong(2, offset);
            await("the bytes arrive")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> select.executeQuery().next());
        }
    }

    private static Response create(Client client, String complete, String bytes) {
        return client.request()
                .contentType("text/csv")
                .header("Upload-Complete", complete)
                .body(bytes)
                .post("/api/v1/uploads");
    }

    private static Response append(Client client, String id, int offset, String complete, String bytes) {
        return client.request()
                .contentType("application/partial-upload")
                .header("Upload-Offset", offset)
                .header("Upload-Complete", complete)
                .body(bytes.getBytes(StandardCharsets.UTF_8))
                .patch("/api/v1/uploads/" + id);
    }

    private static Response submit(Client client, String upload) {
        return client.request()
                .noContentType()
                .queryParam("upload", upload)
                .queryParam("entity", "UNICEF")
                .queryParam("year", 2024)
                .queryParam("flow", "expense")
                .post("/api/v1/submissions");
    }
}

package org.undatacube.contributions;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GzipTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");
    private static final int LIMIT = 64 << 20;

    @AfterEach
    void stillTakesGoodSubmissions() throws IOException {
        post("text/csv", "gzip", zip("amount\n1\n")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv                  | amount~1.50
            text/tab-separated-values | amount~1.50
            application/x-ndjson      | {"amount":"1.50"}
            application/json          | {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[{"lines":[{"amount":1.50}]}]}
            """)
    void takesEveryFormatCompressed(String type, String body) throws IOException {
        post(type, "gzip", zip(body.replace('~', '\n')))
                .then()
                .statusCode(201)
                .body("breakdowns[0].total", equalTo("1.50"));
    }

    @Test
    void takesFilesGluedTogetherAsOne() throws IOException {
        byte[] first = zip("location,amount\nML,1\n");
        byte[] second = zip("NA,2\n");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        post("text/csv", "gzip", both).then().statusCode(201).body("breakdowns[0].lines", equalTo(2));
    }

    @Test
    void refusesABombAtTheLimitOfWhatComesOut() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bomb)) {
            byte[] blank = new byte[1 << 20];
            for (int written = 0; written < 4 * LIMIT; written += blank.length) {
                zip.write(blank);
            }
        }

        post("text/csv", "gzip", bomb.toByteArray())
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/contributions/body-too-large"))
                .body("limit", equalTo(LIMIT));
    }

    @Test
    void refusesWhatIsCutOffOrIsNotGzip() throws IOException {
        byte[] whole = zip("amount\n" + "1\n".repeat(10_000));

        post("text/csv", "gzip", Arrays.copyOf(whole, whole.length - 10))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/contributions/body-cut-short"));
        post("text/csv", "gzip", "amount\n1\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/contributions/malformed-body"));
        whole[whole.length / 2] ^= 0x55;
        post("text/csv", "gzip", whole).then().statusCode(400);
        post("text/csv", "gzip", new byte[0]).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip"})
    void refusesOtherEncodings(String encoding) throws IOException {
        post("text/csv", encoding, zip("amount\n1\n"))
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/contributions/unsupported-media-type"))
                .body("expected", equalTo("gzip"));
    }

    @Test
    void knowsTheSameRequestAgainThoughItIsCompressedAnew() throws IOException {
        String key = UUID.randomUUID().toString();
        byte[] early = zip("amount\n1\n");
        byte[] late = zip("amount\n1\n");
        // the time in the header of the compressed file
        late[5] = 1;

        String id = keyed(key, early).then().statusCode(201).extract().path("id");

        assertEquals(id, keyed(key, late).then().statusCode(201).extract().path("id"));
    }

    private static Response keyed(String key, byte[] body) {
        return Client.UNDP
                .request()
                .contentType("text/csv")
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", key)
                .queryParams(UNDP_2024)
                .body(body)
                .post("/api/v1/submissions");
    }

    private static Response post(String type, String encoding, byte[] body) {
        return Client.UNDP
                .request()
                .contentType(type)
                .header("Content-Encoding", encoding)
                .queryParams(UNDP_2024)
                .body(body)
                .post("/api/v1/submissions");
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

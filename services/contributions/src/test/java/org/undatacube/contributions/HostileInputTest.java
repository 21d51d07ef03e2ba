package org.undatacube.contributions;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HostileInputTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");
    private static final int LIMIT = 64 << 20;
    private static final Pattern HEAD = Pattern.compile("(?is)^.*?content-length: ([0-9]+)\r\n.*?\r\n\r\n");

    @Inject
    DataSource dataSource;

    @TestHTTPResource
    URI address;

    @AfterEach
    void stillTakesGoodSubmissions() {
        Client.UNDP.submit(Expense.of("{\"amount\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "null",
                "{\"entity\":",
                "{\"entity\"\u0000",
                "{\"entity\":\"UNDP\"} x",
                "{\"breakdowns\":[{\"lines\":[{\"amount\":1",
                "{\"breakdowns\":[{\"lines\":[{\"amount\":--1}]}]}"
            })
    void saysWhereJsonBreaksOff(String body) {
        malformed(Client.UNDP.postJson(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"breakdowns\":[{\"lines\":[{\"note\":["})
    void refusesDeepNesting(String opening) throws IOException {
        for (String start : new String[] {"", "{\"x\":"}) {
            byte[] body = (start + opening.repeat(100_000)).getBytes(StandardCharsets.US_ASCII);

            String answer = send("Content-Length: " + body.length + "\r\n", out -> out.write(body));

            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("/problems/contributions/malformed-body"), answer);
        }
    }

    @Test
    void findsNumbersThatAreNone() {
        for (String number : new String[] {"NaN", "Infinity", "-Infinity"}) {
            Client.UNDP.rejected(Expense.of("{\"amount\":" + number + "}"), "AMOUNT-NOT-A-NUMBER", 1, "amount");
        }
    }

    @Test
    void findsNumbersOfMonstrousSizeWithoutMakingThem() {
        Client.UNDP.rejected(Expense.of("{\"amount\":1e400}"), "AMOUNT-DIGITS", 1, "amount");
        Client.UNDP.rejected(Expense.of("{\"amount\":1e999999}"), "AMOUNT-DIGITS", 1, "amount");
        Client.UNDP.rejected(Expense.of("{\"amount\":1e9999999999}"), "AMOUNT-NOT-A-NUMBER", 1, "amount");
        Client.UNDP.rejected(Expense.of("{\"amount\":" + "9".repeat(900) + "}"), "AMOUNT-NOT-A-NUMBER", 1, "amount");
    }

    @Test
    void quotesUnreadableTextWithoutBreakingItsAnswer() {
        Client.UNDP
                .rejected(
                        Expense.of("{\"amount\":1,\"sdg\":\"\\ud800\\u0000\u202E5.1\"}"),
                        "INVISIBLE-CHARACTER",
                        1,
                        "sdg")
                .body("findings[0].value", equalTo("\uFFFD\uFFFD\uFFFD5.1"));
        malformed(Client.UNDP.postJson(Expense.of("{\"amount\":1,\"\\udfff\":1}")));
    }

    @Test
    void quotesOnlyTheBeginningOfALongValue() {
        Client.UNDP
                .rejected(
                        Expense.of("{\"amount\":1,\"sdg\":\"" + "5".repeat(500_000) + "\"}"), "UNKNOWN-CODE", 1, "sdg")
                .body("findings[0].value", equalTo("5".repeat(200) + "…"));
    }

    @Test
    void refusesABodyOfTenBytes() {
        malformed(Client.UNDP.postJson("0123456789"));
        Client.UNDP.postCsv("0123456789", UNDP_2024).then().statusCode(422);
        malformed(Client.UNDP.postCsv("", UNDP_2024));
    }

    @Test
    void refusesCsvThatIsNotUtf8() {
        Response response = Client.UNDP
                .request()
                .contentType("text/csv; charset=ISO-8859-1")
                .queryParams(UNDP_2024)
                .body("amount,note\n1,caf\u00E9 cr\u00E8me\n".getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/submissions");

        malformed(response);
        response.then().body("detail", allOf(containsString("CSV UTF-8"), containsString("Windows-1252")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount,note\n1,\"open", "amount,note\n1,\"a\"b\n"})
    void refusesCsvWithBrokenQuotes(String body) {
        malformed(Client.UNDP.postCsv(body, UNDP_2024));
    }

    @Test
    void refusesCsvWithAFieldOrARowWithoutEnd() {
        malformed(Client.UNDP.postCsv("amount,note\n1," + "x".repeat(4 << 20), UNDP_2024));
        Client.UNDP.postCsv(",".repeat(1_000_000), UNDP_2024).then().statusCode(anyOf(is(400), is(422)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain", "application/octet-stream"})
    void refusesOtherFormats(String type) {
        Client.UNDP
                .request()
                .contentType(type)
                .body("<x/>".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/submissions")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/contributions/unsupported-media-type"));
    }

    @Test
    void refusesABodyWithoutAFormat() {
        Client.UNDP
                .request()
                .noContentType()
                .post("/api/v1/submissions")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/contributions/unsupported-media-type"));
    }

    @Test
    void refusesABodyThatIsDeclaredTooLong() throws IOException {
        String answer = send("Content-Length: 200000000\r\n", out -> out.write(new byte[1_000]));

        assertTooLarge(answer);
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() throws IOException {
        byte[] chunk = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        String answer = send("Transfer-Encoding: chunked\r\n", out -> {
            for (int sent = 0; sent <= LIMIT; sent += chunk.length) {
                out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });

        assertTooLarge(answer);
    }

    @Test
    void givesUpOnASenderWhoFallsSilent() throws Exception {
        int before = stored();

        // ends only where the connection does, for reading from a silent one fails
        String answer =
                send("Content-Length: 100\r\n", out -> out.write("{\"entity\":".getBytes(StandardCharsets.US_ASCII)));

        // the framework closes the connection while the answer is written: on a busy machine not all of it comes
        // through
        if (isComplete(answer)) {
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("\"type\":\"/problems/contributions/body-cut-short\""), answer);
        }
        assertEquals(before, stored());
        stillTakesGoodSubmissions();
    }

    private int stored() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select count(*) from submission");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @FunctionalInterface
    private interface Sender {
        void send(OutputStream out) throws IOException;
    }

    /** Reads one answer; the service may keep the connection open for what is still to come of the body. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0 && !isComplete(answer.append((char) next)); next = in.read()) {
                // goes on
            }
        } catch (SocketException e) {
            // reset: what came before may be whole
        }
        return answer.toString();
    }

    private static boolean isComplete(CharSequence answer) {
        Matcher head = HEAD.matcher(answer);
        return head.find() && answer.length() == head.end() + Integer.parseInt(head.group(1));
    }

    /** Sends a body by hand, as no client library would. */
    private String send(String header, Sender body) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/submissions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                    + "Authorization: Bearer " + Client.UNDP.token() + "\r\n" + header + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            body.send(out);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static void assertTooLarge(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("\"type\":\"/problems/contributions/body-too-large\""), answer);
        assertTrue(answer.contains("\"limit\":" + LIMIT), answer);
    }

    private static void malformed(Response response) {
        response.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/contributions/malformed-body"));
    }
}

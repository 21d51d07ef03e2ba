package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Computes hashes as docs/how-to-verify.md says, from what anybody can read, and with none of the service's code. */
@QuarkusTest
class ContentHashTest {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final List<String> OF_A_LINE = List.of(
            "line",
            "entity",
            "function",
            "location",
            "instrument",
            "sdg",
            "contributor",
            "gem",
            "amount",
            "currency",
            "amountUsd",
            "basis",
            "lineId",
            "note");

    @Test
    void canBeComputedFromTheExport() throws Exception {
        String id = Client.UNDP.submit("""
                {"entity":"UNDP","year":2023,"flow":"expense","controlTotal":"7.250","source":"Report \\"2022\\" é",
                 "breakdowns":[
                   {"lines":[{"function":"E01","location":"NA","amount":"10.500","lineId":"a","note":"=b,\\"c\\"\\n\\td/é"},
                             {"function":"E02","location":"ML","amount":"-3","currency":"EUR","basis":"EXP"}]},
                   {"lines":[{"sdg":"8.10","amount":"7.253598095"},{"sdg":"8.10","amount":"0"}]}]}""");
        int edition = Client.SECRETARIAT.edition(id);

        given().get("/api/v1/editions/" + edition).then().body("contentHashes", equalTo(Map.of(id, hash(id))));
        assertEquals(given().get("/api/v1/submissions/" + id).path("contentHash"), hash(id));
    }

    @Test
    void isThatOfWhatWasCertified() throws Exception {
        String one = published("1.0");
        String other = published("1.00");

        assertEquals(hash(one), given().get("/api/v1/submissions/" + one).path("contentHash"));
        assertNotEquals(hash(one), hash(other));
        Client.SECRETARIAT
                .request()
                .get("/api/v1/audit?action=certified&submission=" + one)
                .then()
                .body("steps[0].details.contentHash", equalTo(hash(one)));
    }

    @Test
    void isWhatThePublishedProgramComputes() throws Exception {
        Path program = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(folder -> folder.resolve("docs/verify-submission.py"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        assumeTrue(isThere("python3"), "skipped: there is no python3");
        String id = Client.UNDP.submit("""
                {"entity":"UNDP","year":2024,"flow":"expense","source":"'Report' é","controlTotal":"8.7",
                 "breakdowns":[
                   {"lines":[{"function":"E01","amount":"-10.500","lineId":"=1+1","note":"'@\\r\\n \\uD83D\\uDE00"},
                             {"function":"E02","amount":"17.75","currency":"EUR","note":"\uFF1D"}]},
                   {"lines":[{"location":"NA","amount":"8.707499188"}]}]}""");
        Client.SECRETARIAT.edition(id);

        Process process = new ProcessBuilder(
                        "python3", program.toString(), RestAssured.baseURI + ":" + RestAssured.port, id)
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains(hash(id)), said);
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException isNot) {
            return false;
        }
    }

    private static String published(String amount) {
        String id = Client.UNDP.submit("{\"entity\":\"UNDP\",\"year\":2022,\"flow\":\"revenue\",\"breakdowns\":["
                + "{\"lines\":[{\"amount\":\"" + amount + "\"}]}]}");
        Client.SECRETARIAT.edition(id);
        return id;
    }

    private static String hash(String id) throws Exception {
        JsonNode submission =
                SORTED.readTree(given().get("/api/v1/submissions/" + id).asByteArray());
        String csv = new String(
                given().accept("text/csv")
                        .get("/api/v1/submissions/" + id + "/lines")
                        .asByteArray(),
                StandardCharsets.UTF_8);
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        Map<String, Object> header = new TreeMap<>();
        header.put("form", "undatacube-submission-1");
        for (String member : List.of("entity", "year", "flow", "controlTotal", "replaces", "source")) {
            if (submission.hasNonNull(member)) {
                header.put(member, submission.get(member));
            }
        }
        add(header, hash);
        for (JsonNode breakdown : submission.get("breakdowns")) {
            add(
                    Map.of(
                            "dimensions", breakdown.get("dimensions"),
                            "lines", breakdown.get("lines"),
                            "total", breakdown.get("total")),
                    hash);
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
                for (NamedCsvRecord row : rows) {
                    if (row.getField("breakdown").equals(breakdown.get("id").asText())) {
                        Map<String, Object> line = new TreeMap<>(row.getFieldsAsMap());
                        line.keySet().retainAll(OF_A_LINE);
                        line.values().removeIf(""::equals);
                        line.replaceAll((column, text) -> text.toString().replaceFirst("^'", ""));
                        add(line, hash);
                    }
                }
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void add(Map<String, ?> object, MessageDigest hash) throws Exception {
        // not as bytes: those have letters beyond the basic plane escaped
        hash.update(SORTED.writeValueAsString(object).getBytes(StandardCharsets.UTF_8));
        hash.update((byte) '\n');
    }
}

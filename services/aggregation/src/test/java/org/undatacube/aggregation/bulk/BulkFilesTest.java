package org.undatacube.aggregation.bulk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Flow;

/** How the files are listed, served and forgotten. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class BulkFilesTest {
    private static final String BULK = "/api/v1/bulk";
    private static final String ARCHIVE = BULK + "/expense/2/expense-2.zip";

    Upstream upstream;

    @BeforeEach
    void serveTheSample() throws IOException {
        upstream.serve(SampleHistory.create());
        LiveService.awaitSample(upstream);
        MadeFiles.forget();
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleHistory.create());
    }

    @Test
    void listsWhatIsThereWithTheHashesOfWhatIsServed() {
        given().get(BULK)
                .then()
                .statusCode(200)
                .body("latest.cube", contains("revenue", "expense"))
                .body("latest.edition", contains(2, 2))
                .body("latest.made", contains(false, false))
                .body("made", hasSize(0));
        Response manifest = given().get(BULK + "/expense/2");
        manifest.then()
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("breakdowns", equalTo(5))
                .body("lines", equalTo(7))
                .body("codeLists.sdgs", equalTo("1"))
                .body(
                        "files.name",
                        hasItems("expense-2.zip", "year=2023/part-0.parquet", "answers.csv", "codes/sdgs.csv"))
                .body("files.find { it.name == 'year=2024/part-0.parquet' }.rows", equalTo(1));

        for (String address : manifest.jsonPath().getList("files.address", String.class)) {
            Response file = given().urlEncodingEnabled(false).get(address);
            String hash = manifest.jsonPath().getString("files.find { it.address == '" + address + "' }.sha256");
            assertEquals(hash, hashOf(file.asByteArray()), address);
            assertEquals("\"" + hash + "\"", file.header("ETag"));
        }
        given().get(BULK)
                .then()
                .body("latest.find { it.cube == 'expense' }.made", equalTo(true))
                .body("made", hasSize(1))
                .body("made[0].files.sha256", hasItem(manifest.jsonPath().getString("files[0].sha256")));
        assertEquals(
                manifest.asString(),
                given().get(BULK + "/expense/2/manifest.json").asString());
    }

    @Test
    void forgetsTheFilesOfASuiteThatWasBegunAnew() {
        String tag = given().get(BULK + "/expense/1/expense-1.zip").header("ETag");
        Published anew = new Published();
        anew.publish(anew.publication(Flow.EXPENSE, "WFP", 2024, breakdown("function", "function=E02 7.00")));
        anew.publish(anew.publication(Flow.EXPENSE, "WFP", 2023, breakdown("function", "function=E02 1.00")));
        anew.publish(anew.publication(Flow.EXPENSE, "WFP", 2022, breakdown("function", "function=E02 1.00")));
        upstream.serve(anew);
        LiveService.awaitTotal("9.00");

        given().get(BULK).then().body("latest.edition", contains(3, 3)).body("made.lines", not(hasItem(10)));
        assertNotEquals(tag, given().get(BULK + "/expense/1/expense-1.zip").header("ETag"));
    }

    @Test
    void sendsPartsOfAFile() {
        Response whole = given().get(ARCHIVE);
        byte[] bytes = whole.asByteArray();
        whole.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Accept-Ranges", "bytes")
                .header("Content-Disposition", "attachment; filename=\"expense-2.zip\"")
                .header("Content-Length", Integer.toString(bytes.length));

        assertPart(whole, "bytes=10-19", 10, 20);
        assertPart(whole, "bytes=100-", 100, bytes.length);
        assertPart(whole, "bytes=-7", bytes.length - 7, bytes.length);
        assertPart(whole, "bytes=5-99999999", 5, bytes.length);
        for (String unheeded : List.of("bytes=1-2,4-5", "lines=1-2", "bytes=9-3", "bytes=-")) {
            given().header("Range", unheeded).get(ARCHIVE).then().statusCode(200);
        }
        given().header("Range", "bytes=10-19")
                .header("If-Range", "\"other\"")
                .get(ARCHIVE)
                .then()
                .statusCode(200);
        given().header("Range", "bytes=10-19")
                .header("If-Range", whole.header("ETag"))
                .get(ARCHIVE)
                .then()
                .statusCode(206);
        given().header("Range", "bytes=" + bytes.length + "-")
                .get(ARCHIVE)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length)
                .body("type", equalTo("/problems/aggregation/range-not-satisfiable"));
        given().header("If-None-Match", whole.header("ETag"))
                .get(ARCHIVE)
                .then()
                .statusCode(304);
        given().head(ARCHIVE)
                .then()
                .statusCode(200)
                .header("ETag", whole.header("ETag"))
                .header("Content-Length", Integer.toString(bytes.length));
    }

    private static void assertPart(Response whole, String range, int from, int to) {
        Response part = given().header("Range", range).get(ARCHIVE);
        part.then()
                .statusCode(206)
                .header("ETag", whole.header("ETag"))
                .header("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + whole.asByteArray().length);
        assertArrayEquals(Arrays.copyOfRange(whole.asByteArray(), from, to), part.asByteArray());
    }

    @Test
    void makesTheSameArchiveAgain() throws IOException {
        String tag = given().get(ARCHIVE).header("ETag");

        MadeFiles.forget();

        assertEquals(tag, given().get(ARCHIVE).header("ETag"));
    }

    @Test
    void leadsFromTheLatestToItsEdition() {
        given().redirects()
                .follow(false)
                .get(BULK + "/expense/latest/expense-latest.zip")
                .then()
                .statusCode(307)
                .header("Location", endsWith(ARCHIVE));
        given().redirects()
                .follow(false)
                .get(BULK + "/expense/latest")
                .then()
                .statusCode(307)
                .header("Location", endsWith(BULK + "/expense/2"));
        given().get(BULK + "/expense/latest/answers.csv")
                .then()
                .statusCode(200)
                .body(startsWith("year,entity,dimensions,breakdown\r\n"));
    }

    @Test
    void saysWhatIsNotThere() {
        given().get(BULK + "/expanse/2").then().statusCode(404).body("expected", hasItem("expense"));
        given().get(BULK + "/expense/0").then().statusCode(404);
        given().get(BULK + "/expense/9").then().statusCode(404);
        given().get(BULK + "/expense/2/expense-1.zip")
                .then()
                .statusCode(404)
                .body("expected", hasItem("expense-2.zip"));
        given().urlEncodingEnabled(false)
                .get(BULK + "/expense/2/..%2f..%2f..%2fcube-3.duckdb")
                .then()
                .statusCode(404);
        given().get(BULK + "/expense/delta").then().statusCode(400).body("parameter", equalTo("from"));
        given().get(BULK + "/expense/delta?from=2&to=1").then().statusCode(400).body("parameter", equalTo("to"));
        given().get(BULK + "/expense/delta?from=1&to=2&format=csv")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("format"));
    }

    private static String hashOf(byte[] bytes) {
        return HexFormat.of().formatHex(HashedOutput.sha256().digest(bytes));
    }
}

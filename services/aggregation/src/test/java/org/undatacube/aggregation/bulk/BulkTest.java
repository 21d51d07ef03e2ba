package org.undatacube.aggregation.bulk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.aggregation.published.Published.breakdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** Whoever has the files has the service's figures. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class BulkTest {
    private static final String BULK = "/api/v1/bulk";

    Upstream upstream;

    @TempDir
    private Path folder;

    private final Published history = SampleHistory.create();

    @BeforeEach
    void serveTheSample() throws IOException {
        upstream.serve(history);
        LiveService.awaitSample(upstream);
        MadeFiles.forget();
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleHistory.create());
    }

    @ParameterizedTest
    @CsvSource({
        "expense, 2, none, '', year",
        "expense, 1, none, '', year",
        "expense, 2, sdg, at_goal, sdg.goal",
        "expense, 1, sdg, at_target, sdg.target",
        "expense, 1, function, at_function, function.function",
        "expense, 1, location, at_region, location.region",
        "expense, 2, location, at_country, location.country",
        "revenue, 2, instrument, at_group, instrument.group",
        "revenue, 2, contributor, at_contributor, contributor.contributor"
    })
    void givesTheTotalsOfTheService(String cube, int edition, String dimension, String level, String drilldown)
            throws IOException, SQLException {
        Map<List<String>, BigDecimal> asked = asked(cube, edition, drilldown);
        assertFalse(asked.isEmpty());

        try (Unpacked archive = unpacked(cube, edition)) {
            archive.doAsTheReadmeSays();
            String by = dimension.equals("none") ? "" : "codes." + level + ", ";
            String codes = dimension.equals("none")
                    ? ""
                    : " join read_csv('codes/" + list(dimension)
                            + ".csv', all_varchar = true, header = true) codes on codes.code = lines." + dimension;
            String question = "select " + by + "year, sum(amount) from %s lines join answers using (year, breakdown)"
                    + codes + " where answers.dimensions = '" + dimension + "' group by all";

            assertEquals(asked, archive.amounts(question.formatted("lines as")));
            assertEquals(asked, archive.amounts(question.formatted(parquet(cube, edition) + " as")));
        }
    }

    @Test
    void describesItsTablesForMachines() throws IOException, SQLException {
        try (Unpacked archive = unpacked("expense", 1)) {
            JsonNode description =
                    new ObjectMapper().readTree(archive.file("datapackage.json").toFile());
            Set<String> resources = new HashSet<>();
            Map<String, Set<String>> keys = new LinkedHashMap<>();

            assertEquals("tabular-data-package", description.get("profile").asText());
            assertEquals("undatacube-expense-1", description.get("name").asText());
            for (JsonNode resource : description.get("resources")) {
                Path file = archive.file(resource.get("path").asText());
                assertTrue(resource.get("name").asText().matches("[-a-z0-9._/]+"));
                assertTrue(resources.add(resource.get("name").asText()));
                assertEquals(Files.size(file), resource.get("bytes").asLong());
                assertEquals(
                        "sha256:" + HashedOutput.of(file).hash(),
                        resource.get("hash").asText());
                List<String> columns = resource.at("/schema/fields").findValuesAsText("name");
                List<NamedCsvRecord> rows = rows(file);
                assertFalse(rows.isEmpty(), file.toString());
                assertEquals(columns, rows.get(0).getHeader());
                keys.put(
                        resource.get("name").asText(),
                        new HashSet<>(rows.stream().map(row -> row.getField(0)).toList()));
            }
            assertTrue(resources.containsAll(
                    Set.of("lines-2023", "breakdowns", "answers", "entities", "functions", "locations", "sdgs")));
            for (JsonNode resource : description.get("resources")) {
                for (JsonNode reference : resource.at("/schema/foreignKeys")) {
                    Set<String> known =
                            keys.get(reference.at("/reference/resource").asText());
                    for (NamedCsvRecord row :
                            rows(archive.file(resource.get("path").asText()))) {
                        String value = row.getField(reference.get("fields").asText());
                        assertTrue(value.isEmpty() || known.contains(value), () -> value + " of " + reference);
                    }
                }
            }
        }
    }

    @Test
    void writesEveryDigitAndNoFormula() throws IOException, SQLException {
        try (Unpacked archive = unpacked("expense", 1)) {
            String lines = Files.readString(archive.file("lines/2023.csv"));
            assertTrue(lines.startsWith(
                    "year,entity,submission,breakdown,function,location,instrument,sdg,contributor,gem,amount\r\n"));
            assertTrue(lines.contains(",E02,2,,,,,10.000000001\r\n"), lines);
            assertTrue(lines.contains(",E02,,,,,,-20.00\r\n"), lines);
        }
        try (Unpacked archive = unpacked("revenue", 2)) {
            assertTrue(Files.readString(archive.file("codes/contributors.csv"))
                    .contains("EVIL,contributor,C02,\"'=HYPERLINK(\"\"x\"\")\""));
        }
    }

    @Test
    void bringsAnEarlierEditionUpToDate() throws IOException, SQLException {
        history.publish(history.publication(Flow.EXPENSE, "WFP", 2023, breakdown("function", "function=E02 281.00")));
        LiveService.awaitTotal("508.00");
        String delta = BULK + "/expense/delta?from=1&to=3";

        given().get(delta)
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("edition", equalTo(3))
                .body("removed.entity", contains("UNDP", "UNDP", "WFP"))
                .body("added.year", contains(2023, 2023, 2023, 2024))
                .body("added.total", contains("110.00", "110.00", "281.00", "42.00"));
        Response zip = given().get(delta + "&format=zip");
        zip.then().statusCode(200).header("Content-Disposition", "attachment; filename=\"expense-delta-1-3.zip\"");

        try (Unpacked changes = Unpacked.of(zip.asByteArray(), folder.resolve("changes"));
                Unpacked earlier = unpacked("expense", 1)) {
            earlier.doAsTheReadmeSays();
            earlier.execute("create table own as select * from lines");
            earlier.execute("delete from own where breakdown in (select breakdown::bigint from read_csv('"
                    + changes.file("breakdowns-removed.csv") + "', all_varchar = true, header = true))");
            earlier.execute("insert into own select * replace (year::int as year, breakdown::bigint as breakdown,"
                    + " amount::decimal(38, 9) as amount) from read_csv('" + changes.file("lines-added")
                    + "/*.csv', all_varchar = true, header = true)");

            assertEquals(
                    asked("expense", 3, "year"),
                    earlier.amounts("select own.year, sum(amount) from own join read_csv('"
                            + changes.file("answers.csv") + "', all_varchar = true, header = true) answers"
                            + " on answers.breakdown::bigint = own.breakdown where dimensions = 'none' group by all"));
            assertEquals(
                    5,
                    rows(changes.file("lines-removed/2023.csv")).size()
                            - rows(changes.file("lines-added/2023.csv")).size());
        }
    }

    private Unpacked unpacked(String cube, int edition) throws IOException, SQLException {
        Response zip = given().get(BULK + "/" + cube + "/" + edition + "/" + cube + "-" + edition + ".zip");
        zip.then().statusCode(200);
        return Unpacked.of(zip.asByteArray(), folder.resolve(cube + "-" + edition));
    }

    /** The Parquet files as they are served, put where their address says. */
    private String parquet(String cube, int edition) throws IOException {
        for (String address :
                given().get(BULK + "/" + cube + "/" + edition).jsonPath().getList("files.address", String.class)) {
            if (address.endsWith(".parquet")) {
                Path file = folder.resolve(address.substring(1));
                Files.createDirectories(file.getParent());
                Files.write(file, given().urlEncodingEnabled(false).get(address).asByteArray());
            }
        }
        return "read_parquet('" + folder + BULK + "/" + cube + "/" + edition
                + "/year=*/part-0.parquet', hive_partitioning = true)";
    }

    private static Map<List<String>, BigDecimal> asked(String cube, int edition, String drilldown) {
        String all = drilldown.equals("year") ? drilldown : drilldown + ",year";
        Map<List<String>, BigDecimal> amounts = new LinkedHashMap<>();
        List<Map<String, Object>> cells = given().get(
                        "/api/v1/cubes/" + cube + "/aggregate?drilldown=" + all + "&edition=" + edition)
                .jsonPath()
                .getList("cells");
        for (Map<String, Object> cell : cells) {
            List<String> key = new ArrayList<>();
            if (cell.get(drilldown) instanceof Map<?, ?> member) {
                key.add((String) member.get("code"));
            }
            key.add(String.valueOf(cell.get("year")));
            amounts.put(key, new BigDecimal((String) cell.get("amount")).stripTrailingZeros());
        }
        return amounts;
    }

    private static String list(String dimension) {
        return Dimension.of(dimension).codeList();
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }
}

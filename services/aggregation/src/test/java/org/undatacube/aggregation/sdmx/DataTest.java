package org.undatacube.aggregation.sdmx;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** What is told of the sample, in both interfaces. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class DataTest {
    private static final String EXPENSE = Sdmx.V21 + "data/EXPENSE/";
    private static final String TOTAL = "A._T._T._T._T._T._T._T";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void totalsAreWhatIsNotDrilledDownBy() {
        List<NamedCsvRecord> rows = Sdmx.rows(EXPENSE + TOTAL);

        assertEquals(
                List.of("2023 465.00 USD 0 A 3 3 465.00 465.00", "2024 42.00 USD 0 A 1 1 42.00 42.00"),
                Sdmx.fields(
                        rows,
                        "TIME_PERIOD",
                        "OBS_VALUE",
                        "UNIT_MEASURE",
                        "UNIT_MULT",
                        "OBS_STATUS",
                        "ENTITIES_REPORTING",
                        "ENTITIES_COVERED",
                        "AMOUNT_REPORTED",
                        "AMOUNT_COVERED"));
        assertEquals(
                List.of(
                        "dataflow",
                        "UNDATACUBE:EXPENSE(1.0.0)",
                        "I",
                        "A",
                        "_T",
                        "_T",
                        "_T",
                        "_T",
                        "_T",
                        "_T",
                        "_T",
                        "2023",
                        "465.00"),
                rows.get(0).getFields().subList(0, 13));
    }

    @Test
    void anObservationSaysHowMuchOfItsYearAndEntityItCovers() {
        assertEquals(
                List.of("_T 2023 180.00 U 3 2 465.00 185.00", "_T 2024 42.00 A 1 1 42.00 42.00"),
                covered(EXPENSE + "A._T._T._T._T.5._T._T"));
        assertEquals(
                List.of(
                        "UN 2023 70.00 A 1 1 75.00 75.00",
                        "UNDP 2023 110.00 A 1 1 110.00 110.00",
                        "UNDP 2024 42.00 A 1 1 42.00 42.00"),
                covered(EXPENSE + "A.UNDP+WFP+UN._T._T._T.5._T._T").stream()
                        .sorted()
                        .toList());
        assertEquals(
                List.of(
                        "FUND-PROGRAMME 2023 110.00 U 2 1 390.00 110.00",
                        "FUND-PROGRAMME 2024 42.00 A 1 1 42.00 42.00"),
                covered(EXPENSE + "A.FUND-PROGRAMME._T._T._T.5._T._T"));
    }

    private static List<String> covered(String address) {
        return Sdmx.fields(
                Sdmx.rows(address),
                "ENTITY",
                "TIME_PERIOD",
                "OBS_VALUE",
                "OBS_STATUS",
                "ENTITIES_REPORTING",
                "ENTITIES_COVERED",
                "AMOUNT_REPORTED",
                "AMOUNT_COVERED");
    }

    @Test
    void anEmptyPartIsTheTotalAndEveryCodeOfTheStandardsLevel() {
        List<String> rows = Sdmx.fields(
                Sdmx.rows(EXPENSE + "A._T._T..._T._T._T"), "REF_AREA", "INSTRUMENT", "TIME_PERIOD", "OBS_VALUE");

        assertEquals(
                Set.of(
                        "_T _T 2023 465.00",
                        "_T _T 2024 42.00",
                        "466 _T 2023 115.00",
                        "AF _T 2023 70.00",
                        "466 _T 2024 42.00"),
                Set.copyOf(rows));
        assertEquals(5, rows.size());
    }

    @Test
    void aCodeAboveTheLevelIsAllBelowItWhereItIsNamed() {
        assertEquals(
                List.of("002 2023 115.00", "002 2024 42.00"),
                Sdmx.fields(Sdmx.rows(EXPENSE + "A._T._T.002._T._T._T._T"), "REF_AREA", "TIME_PERIOD", "OBS_VALUE"));
        assertEquals(
                Set.of("5_1 2023 110.00", "5_1 2024 42.00", "5 2023 180.00", "5 2024 42.00"),
                Set.copyOf(Sdmx.fields(
                        Sdmx.rows(EXPENSE + "A._T._T._T._T.5+5_1._T._T"), "SDG", "TIME_PERIOD", "OBS_VALUE")));
    }

    @Test
    void codesWithBlanksAndAmpersandsHaveTheirOwnIdentifiers() {
        assertEquals(
                Set.of("UN@Tourism R02A 9.10", "UN@Tourism R01 1.00", "UN@Tourism _T 10.10"),
                Set.copyOf(Sdmx.fields(
                        Sdmx.rows(Sdmx.V21 + "data/REVENUE/A.UN%40Tourism.._T"), "ENTITY", "INSTRUMENT", "OBS_VALUE")));
    }

    @Test
    void everythingIsWhatNoKeySays() {
        Set<String> all = Set.copyOf(keys(Sdmx.rows(Sdmx.V21 + "data/EXPENSE")));

        assertEquals(all, Set.copyOf(keys(Sdmx.rows(EXPENSE + "all/all"))));
        assertEquals(all, Set.copyOf(keys(Sdmx.rows(EXPENSE + "......./UNDATACUBE"))));
        assertEquals(all, Set.copyOf(keys(Sdmx.rows(Sdmx.V21 + "data/UNDATACUBE,EXPENSE,1.0/all"))));
        assertEquals(all, Set.copyOf(keys(Sdmx.rows(Sdmx.V30 + "data/dataflow/UNDATACUBE/EXPENSE/+/*"))));
        assertEquals(all, Set.copyOf(keys(Sdmx.rows(Sdmx.V30 + "data/dataflow/*/EXPENSE"))));
        assertEquals(all, Set.copyOf(keys(Sdmx.rows(Sdmx.V30 + "data/datastructure/*/DSD_EXPENSE/1.0+.0/A"))));
        assertTrue(all.size() > 30, () -> all.size() + " observations");
    }

    private static List<String> keys(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> String.join(".", row.getFields().subList(3, 13)))
                .toList();
    }

    @Test
    void noObservationIsToldTwiceWhateverTheKeysHaveInCommon() {
        List<String> rows = keys(Sdmx.rows(Sdmx.EXPENSE_30 + "A.UNDP,A.UNDP+WFP.*,A.*.E01,*"));

        assertEquals(rows.size(), Set.copyOf(rows).size());
        assertEquals(Set.copyOf(keys(Sdmx.rows(Sdmx.V21 + "data/EXPENSE"))), Set.copyOf(rows));
    }

    @Test
    void periodsAreWholeYears() {
        assertEquals(List.of("2024"), years(EXPENSE + TOTAL + "?startPeriod=2024"));
        assertEquals(List.of("2024"), years(EXPENSE + TOTAL + "?startPeriod=2023-02"));
        assertEquals(List.of("2023"), years(EXPENSE + TOTAL + "?startPeriod=2023-01-01&endPeriod=2024-Q3"));
        assertEquals(List.of("2023"), years(EXPENSE + TOTAL + "?endPeriod=2023-12-31T23:59:59"));
        assertEquals(List.of("2023", "2024"), years(EXPENSE + TOTAL + "?startPeriod=2023-A1&endPeriod=2025-W01"));
    }

    private static List<String> years(String address) {
        return Sdmx.fields(Sdmx.rows(address), "TIME_PERIOD");
    }

    @Test
    void filtersOfComponentsHoldTogetherWithTheKey() {
        assertEquals(List.of("2024"), years(Sdmx.EXPENSE_30 + TOTAL + "?c[TIME_PERIOD]=ge:2024"));
        assertEquals(List.of("2023"), years(Sdmx.EXPENSE_30 + TOTAL + "?c[TIME_PERIOD]=ge:2020+le:2023,2030"));
        assertEquals(List.of("2023"), years(Sdmx.EXPENSE_30 + TOTAL + "?c[TIME_PERIOD]=ne:2024"));
        assertEquals(List.of("2024"), years(Sdmx.EXPENSE_30 + TOTAL + "?c[OBS_VALUE]=lt:42.001"));
        assertEquals(
                List.of("2023"),
                years(Sdmx.EXPENSE_30 + "A._T._T._T._T.5._T._T?c[OBS_STATUS]=U&c[ENTITIES_COVERED]=2&c[FREQ]=A"));
        assertEquals(
                Set.of("UNDP", "UN"),
                Set.copyOf(Sdmx.fields(
                        Sdmx.rows(Sdmx.EXPENSE_30 + "A.*._T?c[SDG]=5,10&c[ENTITY]=ne:_T&c[REF_AREA]=_T"), "ENTITY")));
        assertEquals(
                Set.of("UN"),
                Set.copyOf(Sdmx.fields(Sdmx.rows(Sdmx.EXPENSE_30 + "A.UN+UNDP?c[ENTITY]=UN,WFP"), "ENTITY")));
        assertEquals(
                Set.of("UNDP", "UN"),
                Set.copyOf(Sdmx.fields(Sdmx.rows(Sdmx.EXPENSE_30 + "A?c[ENTITY]=sw:UN"), "ENTITY")));
        assertEquals(
                Set.of("UNDP"),
                Set.copyOf(Sdmx.fields(Sdmx.rows(Sdmx.EXPENSE_30 + "A?c[ENTITY]=sw:UN+ew:P"), "ENTITY")));
        assertEquals(
                Set.of("WFP", "_T"),
                Set.copyOf(Sdmx.fields(Sdmx.rows(Sdmx.EXPENSE_30 + "A?c[ENTITY]=nc:UN"), "ENTITY")));
    }

    @Test
    void theFirstAndLastObservationsOfEachSeries() {
        assertEquals(List.of("2023"), years(EXPENSE + TOTAL + "?firstNObservations=1"));
        assertEquals(List.of("2024"), years(EXPENSE + TOTAL + "?lastNObservations=1"));
        assertEquals(List.of("2023", "2024"), years(EXPENSE + TOTAL + "?firstNObservations=1&lastNObservations=1"));
        assertEquals(List.of("2023", "2024"), years(EXPENSE + TOTAL + "?lastNObservations=9"));
        assertEquals(
                List.of("2024"), years(EXPENSE + TOTAL + "?lastNObservations=1&dimensionAtObservation=AllDimensions"));
    }

    @Test
    void theDetailSaysHowMuchIsTold() {
        String key = Sdmx.V21 + "data/EXPENSE/A.UNDP._T._T._T._T._T._T";

        assertEquals("OBS_VALUE", lastColumn(key + "?detail=dataonly"));
        assertEquals("GEM", lastColumn(key + "?detail=serieskeysonly"));
        assertEquals("UNIT_MULT", lastColumn(key + "?detail=nodata"));
        assertEquals(1, Sdmx.rows(key + "?detail=serieskeysonly").size());
        assertEquals("AMOUNT_COVERED", lastColumn(key + "?detail=full"));
        String key30 = Sdmx.EXPENSE_30 + "A.UNDP._T._T._T._T._T._T";
        assertEquals("OBS_STATUS", lastColumn(key30 + "?attributes=OBS_STATUS,dataset"));
        assertEquals("OBS_VALUE", lastColumn(key30 + "?attributes=none"));
        assertEquals("GEM", lastColumn(key30 + "?attributes=msd&measures=none"));
        assertEquals(
                List.of("2023 A", "2024 A"),
                Sdmx.fields(Sdmx.rows(key30 + "?attributes=OBS_STATUS&measures=none"), "TIME_PERIOD", "OBS_STATUS"));
    }

    private static String lastColumn(String address) {
        List<String> header = Sdmx.rows(address).get(0).getHeader();
        return header.get(header.size() - 1);
    }

    @Test
    void csvIsLabelledInTheReadersLanguage() {
        Response both = given().accept(DataResource.CSV_2_0 + ";labels=both;keys=both;timeFormat=normalized")
                .header("Accept-Language", "fr-CH, en;q=0.5")
                .get(EXPENSE + "A.UNDP._T.466._T._T._T._T?lastNObservations=1");

        NamedCsvRecord row = Sdmx.rowsOf(both.asString()).get(0);
        assertEquals("fr", both.header("Content-Language"));
        assertEquals(
                "application/vnd.sdmx.data+csv;version=2.0.0;labels=both;timeFormat=normalized;keys=both",
                both.contentType());
        assertEquals("UNDP: UN Development Programme", row.getField("ENTITY: Entité du système des Nations Unies"));
        assertEquals("466: Mali", row.getField("REF_AREA: Zone de référence (bénéficiaire)"));
        assertEquals("A.UNDP._T.466._T._T._T._T", row.getField("SERIES_KEY"));
        assertEquals("A.UNDP._T.466._T._T._T._T.2024", row.getField("OBS_KEY"));
        assertEquals("42.00", row.getField("OBS_VALUE: Valeur d'observation"));
        assertTrue(row.getFields().contains("2024-12-31: 2024"), row::toString);
    }

    @Test
    void namesThatASpreadsheetWouldRunAreMadeHarmless() {
        Response names =
                given().accept(DataResource.CSV_2_0 + ";labels=name").get(Sdmx.V21 + "data/REVENUE/A._T._T.EVIL");

        NamedCsvRecord row = Sdmx.rowsOf(names.asString()).get(0);
        assertEquals("EVIL", row.getField("CONTRIBUTOR"));
        assertEquals("'=HYPERLINK(\"x\")", row.getField("Contributor"));
        assertEquals("STRUCTURE_NAME", row.getHeader().get(2));
    }

    @Test
    void theUsualFormatIsThatOfTheInterface() {
        Sdmx.get(EXPENSE + TOTAL)
                .then()
                .statusCode(200)
                .contentType(equalTo(DataResource.GENERIC_2_1))
                .body("GenericData.DataSet.Series.Obs.ObsValue.@value", hasItems("465.00", "42.00"));
        Sdmx.get(Sdmx.EXPENSE_30 + TOTAL)
                .then()
                .statusCode(200)
                .contentType(equalTo(DataResource.JSON_2_0))
                .body("data.dataSets[0].links.rel", contains("dataflow"))
                .body("data.structures[0].dimensions.series.id", hasItems("FREQ", "REF_AREA"))
                .body("data.structures[0].dimensions.observation[0].values.id", contains("2023", "2024"))
                .body("data.dataSets[0].series.'0:0:0:0:0:0:0:0'.observations.'0'", hasItems(465.0f, 0, 3));
        given().accept("application/xml")
                .get(Sdmx.EXPENSE_30 + TOTAL)
                .then()
                .contentType(startsWith("application/xml"))
                .body("StructureSpecificData.DataSet.Series.@REF_AREA", equalTo("_T"));
        given().accept("text/csv").get(EXPENSE + TOTAL).then().contentType("text/csv;charset=utf-8");
        given().accept("application/vnd.sdmx.data+json;version=2.1")
                .get(EXPENSE + TOTAL)
                .then()
                .contentType(equalTo(DataResource.JSON_2_1));
        given().accept("image/png").get(EXPENSE + TOTAL).then().statusCode(406);
        Sdmx.get(EXPENSE + TOTAL + "?format=gif").then().statusCode(400).body("parameter", equalTo("format"));
    }

    @Test
    void amountsKeepAllDigits() {
        assertTrue(Sdmx.get(Sdmx.EXPENSE_30 + "A.UNDP._T._T._T._T._T._T?asOf=2025-01-01T12:00:00Z")
                .asString()
                .contains("[160.500000001,"));
    }

    @Test
    void theDataOfAnEarlierTimeAreTheirsForEver() {
        assertEquals(
                List.of("2023 515.500000001"),
                Sdmx.fields(
                        Sdmx.rows(Sdmx.EXPENSE_30 + TOTAL + "?asOf=2025-01-01T12:00:00Z"), "TIME_PERIOD", "OBS_VALUE"));
        Sdmx.get(Sdmx.EXPENSE_30 + TOTAL + "?asOf=2025-01-01T12:00:00Z")
                .then()
                .header("Datacube-Edition", "1")
                .header("Last-Modified", "Wed, 01 Jan 2025 00:00:00 GMT");
    }

    @Test
    void anAnswerThatStandsIsNotGivenAgain() {
        Response first = Sdmx.get(EXPENSE + TOTAL);
        assertTrue(first.header("ETag").startsWith("W/\""), first.header("ETag"));

        given().header("If-None-Match", first.header("ETag"))
                .get(EXPENSE + TOTAL)
                .then()
                .statusCode(304)
                .header("ETag", first.header("ETag"))
                .header("Vary", containsString("Accept-Language"));
        given().header("If-None-Match", first.header("ETag"))
                .get(EXPENSE + "A.UNDP._T._T._T._T._T._T")
                .then()
                .statusCode(200);
        given().header("If-None-Match", first.header("ETag"))
                .accept(DataResource.CSV_2_0)
                .get(EXPENSE + TOTAL)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void anAnswerIsCompressedForWhoAcceptsIt(String coding) throws IOException {
        byte[] compressed = given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", coding)
                .get(EXPENSE + "all?format=sdmx-csv")
                .then()
                .statusCode(200)
                .header("Content-Encoding", coding)
                .extract()
                .asByteArray();

        InputStream decoded = coding.equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(compressed))
                : new ZstdInputStream(new ByteArrayInputStream(compressed));
        assertEquals(
                Sdmx.get(EXPENSE + "all?format=sdmx-csv").asString(),
                new String(decoded.readAllBytes(), StandardCharsets.UTF_8));
    }
}

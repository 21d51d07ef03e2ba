package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.Language;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.seeding.Reseeding;

/** The forms in which a list can be had: CSV, tree, pages, one language. */
@RunningRegistry
@TestInstance(Lifecycle.PER_CLASS)
class ReadingTest {
    private static final String LISTS = "/api/v1/code-lists/";
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");

    @Inject
    Reseeding reseeding;

    @Inject
    CodeListWriter writer;

    private boolean changed;

    @BeforeAll
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
        changed = false;
    }

    @AfterEach
    void undoChanges() throws SQLException {
        if (changed) {
            seedAnew();
        }
    }

    @Test
    void csvHasTheColumnsOfTheReferenceFilesAndTheAliases() {
        String csv = given().header("Accept", "text/csv")
                .get(LISTS + "sdgs")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=utf-8;header=present"))
                .header("Content-Disposition", equalTo("attachment; filename=\"sdgs-1.0.0.csv\""))
                .header("Content-Language", nullValue())
                .extract()
                .asString();

        assertTrue(
                csv.startsWith(
                        "code,parent,level,valid_from,valid_to,superseded_by,label_ar,label_zh,label_en,label_fr,"
                                + "label_ru,label_es,label_origins,definition,notes,attributes,aliases\r\n"),
                csv.substring(0, 300));
        assertEquals(187, rows(csv).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"entities", "functions", "locations", "instruments", "sdgs", "contributors", "gender-markers"})
    void csvSaysAllThatJsonSays(String list) {
        CodeList served = ServedLists.read(list);

        List<Code> read = rows(csv(list)).stream().map(ReadingTest::code).toList();

        assertEquals(served.codes(), read);
    }

    @Test
    void csvKeepsLineBreaksQuotesAndFormulasAsTheyAre() {
        Code odd = new Code(
                "=1+1",
                "marker",
                null,
                Map.of("en", "\"Odd\", they say", "fr", "deux\nlignes"),
                Map.of("fr", "translated"),
                "@SUM(A1)",
                null,
                2011,
                2017,
                "3",
                List.of(new Code.Alias("-odd", "here, there"), new Code.Alias("öd", "elsewhere")),
                Map.of("a", "b=c", "d", ""));
        upsert(odd);

        List<NamedCsvRecord> rows = rows(csv("gender-markers"));

        assertEquals(odd, code(rows.get(rows.size() - 1)));
        assertEquals(
                "-odd\there, there\nöd\telsewhere", rows.get(rows.size() - 1).getField("aliases"));
    }

    @Test
    void formatCountsMoreThanAccept() {
        given().header("Accept", "application/json")
                .queryParam("format", "csv")
                .get(LISTS + "functions")
                .then()
                .contentType(startsWith("text/csv"));
        given().header("Accept", "text/csv, application/json")
                .queryParam("format", "json")
                .get(LISTS + "functions")
                .then()
                .contentType("application/json");
        given().header("Accept", "application/json;q=0.5, text/csv")
                .get(LISTS + "functions")
                .then()
                .contentType(startsWith("text/csv"));
        given().header("Accept", "text/html, */*;q=0.8")
                .get(LISTS + "functions")
                .then()
                .contentType("application/json");
        given().queryParam("format", "xlsx")
                .get(LISTS + "functions")
                .then()
                .statusCode(400)
                .body("expected", contains("json", "csv"));
        given().header("Accept", "application/xml")
                .get(LISTS + "functions")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        given().header("Accept", "text/csv")
                .get(LISTS + "nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void belowFindsCodesAtAnyDepth() {
        given().queryParam("below", "202")
                .queryParam("level", "country")
                .get(LISTS + "locations")
                .then()
                .body("codes.code", hasItem("NA"))
                .body("codes.code", not(hasItem("DZ")));
        given().queryParam("below", "SECRETARIAT")
                .get(LISTS + "entities")
                .then()
                .body("codes.code", hasItem("UN"))
                .body("codes.code", hasItem("UN-UNRISD"))
                .body("codes.code", not(hasItem("SECRETARIAT")));
        given().queryParam("below", "2O2")
                .get(LISTS + "locations")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("below"))
                .body("expected", hasItem("202"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"turkiye", "TÜRKİYE", "Турци", "تُركيا", "土耳其"})
    void textIsFoundInAnyLanguageWithAccentsOrWithout(String text) {
        given().queryParam("q", text)
                .queryParam("level", "country")
                .get(LISTS + "locations")
                .then()
                .body("codes.code", contains("TR"));
    }

    @Test
    void theTreeHasEveryCodeOnceInTheListsOrder() {
        JsonPath tree = given().queryParam("view", "tree")
                .get(LISTS + "locations")
                .then()
                .statusCode(200)
                .body("codes", nullValue())
                .body("total", equalTo(283))
                .body("tree.code", hasItem("2"))
                .body("tree.find { it.code == '2' }.children.code", contains("15", "202"))
                .body("tree.find { it.code == '2' }.passes", equalTo(true))
                .extract()
                .jsonPath();
        CodeList flat = ServedLists.read("locations");

        List<String> visited = new ArrayList<>();
        visit(tree.getList("tree"), null, visited);

        assertEquals(283, visited.size());
        assertEquals(
                flat.codes().stream().map(Code::code).sorted().toList(),
                visited.stream().sorted().toList());
        for (Code code : flat.codes()) {
            List<String> inOrder = flat.codes().stream()
                    .filter(child -> code.code().equals(child.parent()))
                    .map(Code::code)
                    .toList();
            assertEquals(inOrder, visited.stream().filter(inOrder::contains).toList());
        }
    }

    @Test
    void aFilteredTreeKeepsWhatIsAboveAndSaysSo() {
        given().queryParam("view", "tree")
                .queryParam("q", "namib")
                .get(LISTS + "locations")
                .then()
                .body("total", equalTo(1))
                .body("tree.code", contains("2"))
                .body("tree[0].passes", equalTo(false))
                .body("tree[0].children.code", contains("202"))
                .body("tree[0].children[0].children.code", contains("18"))
                .body("tree[0].children[0].children[0].children.code", contains("NA"))
                .body("tree[0].children[0].children[0].children[0].passes", equalTo(true))
                .body("tree[0].children[0].children[0].children[0].children", hasSize(0));
        given().queryParam("view", "tree")
                .queryParam("format", "csv")
                .get(LISTS + "locations")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("view"));
        given().queryParam("view", "tree")
                .queryParam("limit", "5")
                .get(LISTS + "locations")
                .then()
                .statusCode(400)
                .body("expected", equalTo("flat"));
        given().queryParam("view", "forest")
                .get(LISTS + "locations")
                .then()
                .statusCode(400)
                .body("expected", contains("flat", "tree"));
    }

    @Test
    void pagesTogetherAreTheList() {
        List<String> codes = new ArrayList<>();
        String address = LISTS + "locations?level=country&limit=60";
        int pages = 0;
        while (address != null) {
            Response page = given().urlEncodingEnabled(false).get(address);
            page.then().statusCode(200).body("total", equalTo(250));
            codes.addAll(page.jsonPath().getList("codes.code", String.class));
            address = next(page);
            pages++;
        }

        assertEquals(5, pages);
        assertEquals(ServedLists.codes(ServedLists.read("locations"), "country"), codes);
        given().get(LISTS + "locations").then().header("Link", nullValue()).body("codes", hasSize(283));
    }

    @Test
    void aReadingInPagesStaysInItsVersionWhileTheListChanges() {
        Response first = given().get(LISTS + "gender-markers?limit=3");
        upsert(marker("-1", "Comes in between"), marker("3", "Renamed in between"));

        Response second = given().urlEncodingEnabled(false).get(next(first));

        second.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .header("Link", nullValue())
                .body("version", equalTo("1.0.0"))
                .body("total", equalTo(4))
                .body("codes.code", contains("3"))
                .body("codes[0].label.en", equalTo("Gender equality as the principal objective"));
        given().get(LISTS + "gender-markers?limit=3")
                .then()
                .body("version", not(equalTo("1.0.0")))
                .body("total", equalTo(5));
    }

    @Test
    void pagesOfAPastMomentAndOfCsvLeadOnToo() {
        String moment = given().get(LISTS + "gender-markers/versions").path("[0].madeAt");
        upsert(marker("7", "Seven"));
        Response first = given().queryParam("asOf", moment)
                .queryParam("limit", 3)
                .queryParam("format", "csv")
                .get(LISTS + "gender-markers");

        Response second = given().urlEncodingEnabled(false).get(next(first));

        assertEquals(List.of("0", "1", "2"), fields(first, "code"));
        assertEquals(List.of("3"), fields(second, "code"));
    }

    @Test
    void aCursorThatIsNotOneOrBelongsToOtherCodesIsRefused() {
        String cursor = next(given().get(LISTS + "sdgs?limit=3&level=goal")).replaceFirst(".*cursor=", "");

        for (String address : List.of(
                "sdgs?limit=3&level=goal&cursor=1",
                "sdgs?limit=3&level=goal&cursor=!!",
                "sdgs?limit=3&level=target&cursor=" + cursor,
                "locations?limit=3&cursor=" + cursor)) {
            given().urlEncodingEnabled(false)
                    .get(LISTS + address)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("cursor"))
                    .body("expected", containsString("Link"));
        }
        for (String limit : List.of("0", "-1", "10001", "all")) {
            given().queryParam("limit", limit)
                    .get(LISTS + "sdgs")
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("limit"))
                    .body("expected", startsWith("1 to 10000"));
        }
    }

    @Test
    void namesComeInTheLanguageThatTheReaderPrefers() {
        given().header("Accept-Language", "fr-CH, fr;q=0.9, en;q=0.8")
                .queryParam("q", "TR")
                .get(LISTS + "locations")
                .then()
                .header("Content-Language", equalTo("fr"))
                .header("Vary", equalTo("Accept, Accept-Language"))
                .body("codes.find { it.code == 'DE' }.label", equalTo(null))
                .body("codes.find { it.code == 'AT' }.label", equalTo(Map.of("fr", "Autriche")))
                .body("codes.find { it.code == 'AT' }.labelOrigin.size()", equalTo(1));
        given().get(LISTS + "locations?view=tree&lang=es&q=namib")
                .then()
                .header("Content-Language", equalTo("es"))
                .body("tree[0].label", equalTo(Map.of("es", "África")));
        given().header("Accept-Language", "fr")
                .get(LISTS + "locations?lang=*")
                .then()
                .header("Content-Language", nullValue())
                .body("codes[0].label.size()", equalTo(6));
        given().get(LISTS + "locations?lang=xx")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("lang"))
                .body("expected", hasItem("zh"));
    }

    @Test
    void whatHasNoNameInALanguageKeepsItsEnglishOne() {
        upsert(marker("7", "Seven"));

        given().get(LISTS + "gender-markers?lang=ar&q=seven")
                .then()
                .header("Content-Language", equalTo("ar"))
                .body("codes.label", contains(Map.of("en", "Seven")));
    }

    @Test
    void aFileHasTheNamesInAllLanguagesWhateverTheReaderPrefers() {
        String csv = given().header("Accept-Language", "fr")
                .queryParam("format", "csv")
                .get(LISTS + "locations")
                .asString();

        assertEquals(csv("locations"), csv);
    }

    @Test
    void everyFormHasAnETagOfItsOwnAndIsNotSentAgain() {
        Set<String> etags = new HashSet<>();
        List<String> forms = List.of(
                "locations",
                "locations?format=csv",
                "locations?view=tree",
                "locations?lang=fr",
                "locations?lang=fr&view=tree",
                "locations?limit=10",
                "locations?below=2",
                "locations/codes/NA",
                "locations/codes/NA?lang=fr",
                "locations/codes/NA/history");
        for (String form : forms) {
            String etag =
                    given().get(LISTS + form).then().statusCode(200).extract().header("ETag");
            etags.add(etag);
            given().header("If-None-Match", etag)
                    .get(LISTS + form)
                    .then()
                    .statusCode(304)
                    .header("ETag", etag)
                    .header("Vary", equalTo("Accept, Accept-Language"))
                    .body(equalTo(""));
        }

        assertEquals(forms.size(), etags.size());
        assertTrue(etags.stream().allMatch(etag -> etag.startsWith("\"1.0.0-")), etags.toString());
    }

    @Test
    void anETagIsStaleAsSoonAsTheListChanges() {
        String etag = given().get(LISTS + "gender-markers?lang=fr").header("ETag");

        upsert(marker("7", "Seven"));

        given().header("If-None-Match", etag)
                .get(LISTS + "gender-markers?lang=fr")
                .then()
                .statusCode(200)
                .body("codes.code", hasItem("7"));
    }

    @Test
    void aCodeShowsWhereItStands() {
        given().get(LISTS + "{list}/codes/{code}", "locations", "18")
                .then()
                .statusCode(200)
                .body("list", equalTo("locations"))
                .body("version", equalTo("1.0.0"))
                .body("code", equalTo("18"))
                .body("path.code", contains("2", "202"))
                .body("path.level", contains("region", "subregion"))
                .body("children.code", contains("BW", "SZ", "LS", "NA", "ZA"));
        given().header("Accept-Language", "ru")
                .get(LISTS + "locations/codes/NA")
                .then()
                .header("Content-Language", equalTo("ru"))
                .body("label", equalTo(Map.of("ru", "Намибия")))
                .body("path[0].label", equalTo(Map.of("ru", "Африка")))
                .body("children", hasSize(0));
    }

    @Test
    void theHistoryOfACodeHasAllThatWasEverSaidOfIt() {
        upsert(marker("7", "Seven"));
        upsert(marker("8", "Eight"));
        upsert(marker("7", "Sept"));

        given().get(LISTS + "gender-markers/codes/7/history")
                .then()
                .statusCode(200)
                .body("list", equalTo("gender-markers"))
                .body("code", equalTo("7"))
                .body("versions.version", contains("1.2.1", "1.1.0"))
                .body("versions.said.label.en", contains("Sept", "Seven"))
                .body("versions.madeBy", contains("a test", "a test"))
                .body("versions.reason", contains("To see what happens", "To see what happens"));
        given().get(LISTS + "gender-markers/codes/9/history").then().statusCode(404);
    }

    private static void visit(List<Map<String, Object>> nodes, String parent, List<String> visited) {
        for (Map<String, Object> node : nodes) {
            assertEquals(parent, node.get("parent"));
            visited.add((String) node.get("code"));
            @SuppressWarnings("unchecked")
            List<Map<String, Object>> children = (List<Map<String, Object>>) node.get("children");
            visit(children, (String) node.get("code"), visited);
        }
    }

    private static String csv(String list) {
        return given().queryParam("format", "csv").get(LISTS + list).asString();
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static List<String> fields(Response csv, String column) {
        return rows(csv.asString()).stream().map(row -> row.getField(column)).toList();
    }

    /** A code as a row of the project's format says it. */
    private static Code code(NamedCsvRecord row) {
        Map<String, String> labels = new TreeMap<>();
        Language.codes().forEach(language -> labels.put(language, row.getField("label_" + language)));
        labels.values().removeIf(String::isEmpty);
        return new Code(
                row.getField("code"),
                text(row, "level"),
                text(row, "parent"),
                labels,
                pairs(row.getField("label_origins")),
                text(row, "definition"),
                text(row, "notes"),
                text(row, "valid_from") == null ? null : Integer.valueOf(row.getField("valid_from")),
                text(row, "valid_to") == null ? null : Integer.valueOf(row.getField("valid_to")),
                text(row, "superseded_by"),
                row.getField("aliases")
                        .lines()
                        .map(line -> line.split("\t", 2))
                        .map(entry -> new Code.Alias(entry[0], entry[1]))
                        .toList(),
                pairs(row.getField("attributes")));
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.getField(column).isEmpty() ? null : row.getField(column);
    }

    private static Map<String, String> pairs(String field) {
        Map<String, String> pairs = new TreeMap<>();
        Stream.of(field.split(";"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> pairs.put(pair[0], pair[1]));
        return pairs;
    }

    private static String next(Response page) {
        String link = page.header("Link");
        Matcher next = NEXT.matcher(link == null ? "" : link);
        return next.matches() ? next.group(1) : null;
    }

    private static Code marker(String code, String label) {
        return new Code(
                code, "marker", null, Map.of("en", label), Map.of(), null, null, null, null, null, List.of(), Map.of());
    }

    private void upsert(Code... codes) {
        changed = true;
        QuarkusTransaction.requiringNew()
                .run(() -> writer.upsert(
                        "gender-markers", List.of(codes), new Provenance("a test", "To see what happens")));
    }
}

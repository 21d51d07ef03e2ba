package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;

/** A list as a file, and which form is given. */
@RunningRegistry
class CsvFormTest extends ReadOfLists {

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
        assertEquals(187, ListFiles.rows(csv).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"entities", "functions", "locations", "instruments", "sdgs", "contributors", "gender-markers"})
    void csvSaysAllThatJsonSays(String list) {
        CodeList served = ServedLists.read(list);

        List<Code> read = ListFiles.rows(ListFiles.csv(list)).stream()
                .map(ListFiles::code)
                .toList();

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
        markers.upsert(odd);

        List<NamedCsvRecord> rows = ListFiles.rows(ListFiles.csv("gender-markers"));

        assertEquals(odd, ListFiles.code(rows.get(rows.size() - 1)));
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
}

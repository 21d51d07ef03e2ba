package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.registry.RunningRegistry;

/** A list with its names in one language. */
@RunningRegistry
class NameLanguageTest extends ReadOfLists {

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
        markers.upsert(GenderMarkers.marker("7", "Seven"));

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

        assertEquals(ListFiles.csv("locations"), csv);
    }
}

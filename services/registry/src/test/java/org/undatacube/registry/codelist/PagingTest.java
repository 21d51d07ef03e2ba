package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;

/** A list in pages. */
@RunningRegistry
class PagingTest extends ReadOfLists {
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");

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
        markers.upsert(GenderMarkers.marker("-1", "Comes in between"), GenderMarkers.marker("3", "Renamed in between"));

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
        markers.upsert(GenderMarkers.marker("7", "Seven"));
        Response first = given().queryParam("asOf", moment)
                .queryParam("limit", 3)
                .queryParam("format", "csv")
                .get(LISTS + "gender-markers");

        Response second = given().urlEncodingEnabled(false).get(next(first));

        assertEquals(List.of("0", "1", "2"), ListFiles.fields(first, "code"));
        assertEquals(List.of("3"), ListFiles.fields(second, "code"));
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

    private static String next(Response page) {
        String link = page.header("Link");
        Matcher next = NEXT.matcher(link == null ? "" : link);
        return next.matches() ? next.group(1) : null;
    }
}

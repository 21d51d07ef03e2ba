package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.SharedData;

/** The shipped lists say what their sources say, but for the exceptions that {@code reference/README.md} lists. */
@RunningRegistry
class SourcesTest {
    private static final Pattern CODE = Pattern.compile("<code>([^<]+)</code>");

    @Test
    void theTargetsAreThoseOfIati() {
        List<String> expected = new ArrayList<>();
        Matcher codes = CODE.matcher(SharedData.text("iati/codelists/UNSDG-Targets.xml"));
        while (codes.find()) {
            expected.add(codes.group(1));
        }

        assertEquals(169, expected.size());
        assertEquals(expected, ServedLists.codes(ServedLists.read("sdgs"), "target"));
    }

    @Test
    void locationsHaveM49sCodesAndParents() {
        CodeList locations = ServedLists.read("locations");
        for (NamedCsvRecord row : SharedData.rows("m49/UNSD-en.csv")) {
            String country = row.getField("ISO-alpha2 Code");
            Code code = locations.find(country).orElseThrow();
            if (!country.equals("AQ")) {
                assertEquals(m49Path(row), ServedLists.path(locations, country), country);
            }
            assertEquals(row.getField("M49 Code"), code.attributes().get("m49"));
            assertEquals(row.getField("ISO-alpha3 Code"), code.attributes().get("iso3"));
        }
    }

    @Test
    void theGroupsOf2024AreThoseThatM49Flags() {
        assertMembers("LDC", "Least Developed Countries (LDC)");
        assertMembers("LLDC", "Land Locked Developing Countries (LLDC)");
        assertMembers("SIDS", "Small Island Developing States (SIDS)");
    }

    @Test
    void everyCodeOfTheCebsListsIsThere() {
        assertAllKnown("entities", "ceb-codes/ENTITIES.csv", "ENTITYCODE");
        assertAllKnown("entities", "ceb-codes/ENTITIES.csv", "SYNONYM");
        assertAllKnown("locations", "ceb-codes/LOCATIONS.csv", "CODE");
        assertAllKnown("instruments", "ceb-codes/INSTRUMENTS.csv", "CODE");
        assertAllKnown("contributors", "ceb-codes/CONTRIBUTOR_TYPES.csv", "TYPE");
        assertAllKnown("sdgs", "ceb-codes/SDG.csv", "GOAL");
        assertAllKnown("sdgs", "ceb-codes/SDG.csv", "TARGET");
    }

    private static void assertMembers(String group, String column) {
        Set<String> flagged = SharedData.rows("m49/UNSD-en.csv").stream()
                .filter(row -> row.getField(column).equals("x"))
                .map(row -> row.getField("ISO-alpha2 Code"))
                .collect(Collectors.toSet());
        List<String> members = given().queryParam("year", "2024")
                .get("/api/v1/code-lists/locations/hierarchies/groups")
                .path("groups.find { it.code == '" + group + "' }.members.code");

        assertEquals(flagged, Set.copyOf(members), group);
    }

    private static List<String> m49Path(NamedCsvRecord row) {
        List<String> path = new ArrayList<>();
        for (String column : List.of("Region Code", "Sub-region Code", "Intermediate Region Code")) {
            if (!row.getField(column).isEmpty()) {
                path.add(String.valueOf(Integer.parseInt(row.getField(column))));
            }
        }
        path.add(row.getField("ISO-alpha2 Code"));
        return path;
    }

    private static void assertAllKnown(String list, String file, String column) {
        CodeList known = ServedLists.read(list);
        Map<String, String> meanings = new LinkedHashMap<>();
        SharedData.rows(file).stream()
                .map(row -> row.getField(column))
                .filter(value -> !value.isEmpty())
                .forEach(value -> meanings.put(value, ServedLists.meaning(known, value)));
        meanings.forEach((value, meaning) -> assertNotNull(meaning, file + ": " + value));
    }
}

package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;

/** A part of a list, and a list as a tree. */
@RunningRegistry
class FilterAndTreeTest extends ReadOfLists {

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

    private static void visit(List<Map<String, Object>> nodes, String parent, List<String> visited) {
        for (Map<String, Object> node : nodes) {
            assertEquals(parent, node.get("parent"));
            visited.add((String) node.get("code"));
            @SuppressWarnings("unchecked")
            List<Map<String, Object>> children = (List<Map<String, Object>>) node.get("children");
            visit(children, (String) node.get("code"), visited);
        }
    }
}

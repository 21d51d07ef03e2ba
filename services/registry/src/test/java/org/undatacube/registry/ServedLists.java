package org.undatacube.registry;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** The lists as the other services read them. */
public final class ServedLists {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ServedLists() {}

    public static CodeList read(String id) {
        String body = given().get("/api/v1/code-lists/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readValue(body, CodeList.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    public static List<String> codes(CodeList list, String level) {
        return list.codes().stream()
                .filter(code -> code.level().equals(level))
                .map(Code::code)
                .toList();
    }

    /** Codes from the top to this one. */
    public static List<String> path(CodeList list, String code) {
        return list.path(list.find(code).orElseThrow()).stream().map(Code::code).toList();
    }

    /** The code that a raw value means, or null. */
    public static String meaning(CodeList list, String raw) {
        return list.resolve(raw).map(Code::code).orElse(null);
    }
}

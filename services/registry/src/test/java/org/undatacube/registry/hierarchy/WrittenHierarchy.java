package org.undatacube.registry.hierarchy;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.stream.Collectors;

/** Hierarchies as administrators send them, and where. */
final class WrittenHierarchy {
    static final String OF_LOCATIONS = "/api/v1/code-lists/locations/hierarchies";
    static final String OURS = OF_LOCATIONS + "/ours";
    static final String OF_GOALS = "/api/v1/code-lists/sdgs/hierarchies/ours";

    private WrittenHierarchy() {}

    static String hierarchy(boolean exclusive, String... groups) {
        return "{\"exclusive\": %s, \"titles\": {\"en\": \"Ours\"}, \"groups\": [%s]}"
                .formatted(exclusive, String.join(", ", groups));
    }

    /** @param members codes, with years behind a colon: {@code 2015-2020}, {@code 2015-}, {@code -2020} */
    static String group(String code, String... members) {
        return "{\"code\": \"%s\", \"label\": {\"en\": \"Group %s\"}, \"members\": [%s]}"
                .formatted(
                        code,
                        code,
                        List.of(members).stream().map(WrittenHierarchy::member).collect(Collectors.joining(", ")));
    }

    private static String member(String text) {
        String[] parts = text.split(":", 2);
        String[] years = parts.length == 1 ? new String[] {"", ""} : parts[1].split("-", 2);
        return "{\"code\": \"%s\", \"validFrom\": %s, \"validTo\": %s}"
                .formatted(parts[0], years[0].isEmpty() ? "null" : years[0], years[1].isEmpty() ? "null" : years[1]);
    }

    /** The tag of what is there now. */
    static String tag(String path) {
        return given().get(path).header("ETag");
    }
}

package org.undatacube.acceptance.openapi;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;

/** Names of things that a suite has, in the place of the document's examples of names that a suite makes up. */
final class Fixtures {
    /** By the beginning of the address' template, then by parameter. */
    private final Map<String, Map<String, String>> values = new HashMap<>();

    Fixtures(Gateway administrator) {
        String submission = administrator
                .get("/api/v1/submissions?limit=1")
                .require(200)
                .at("/submissions/0/id")
                .asText();
        values.put("/api/v1/submissions/{id}", Map.of("id", submission));
        values.put(
                "/api/v1/cubes/{cube}/lineage/{submission}",
                Map.of("submission", submission, "cube", cube(administrator, submission)));
        values.put("/api/v1/editions/{edition}", Map.of("edition", "1"));
        String citation = administrator
                .postJson("/api/v1/citations", Map.of("cube", "expense", "drilldown", "year"))
                .json()
                .get("id")
                .asText();
        values.put("/api/v1/citations/{id}", Map.of("id", citation));
        Answer later = administrator.send(
                "GET",
                "/api/v1/cubes/expense/aggregate?drilldown=year&format=csv",
                Map.of("Prefer", "respond-async"),
                null,
                BodyPublishers.noBody());
        values.put(
                "/api/v1/answers/{id}",
                Map.of("id", later.require(202).get("id").asText()));
        String key = administrator
                .postJson("/api/v1/api-keys", Map.of("name", "shown", "roles", List.of("preparer"), "entity", "UNDP"))
                .require(201)
                .get("id")
                .asText();
        values.put("/api/v1/api-keys/{id}", Map.of("id", key));
    }

    private static String cube(Gateway administrator, String submission) {
        return administrator
                .get("/api/v1/submissions/" + submission)
                .require(200)
                .get("flow")
                .asText();
    }

    Optional<String> of(Promise promise, String parameter) {
        return values.entrySet().stream()
                .filter(known -> promise.path().startsWith(known.getKey()))
                .map(known -> known.getValue().get(parameter))
                .filter(value -> value != null)
                .findFirst();
    }
}

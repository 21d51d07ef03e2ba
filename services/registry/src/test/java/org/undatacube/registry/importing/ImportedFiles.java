package org.undatacube.registry.importing;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.undatacube.registry.Client;
import org.undatacube.registry.SharedData;

/** Sends files as an administrator does. */
final class ImportedFiles {
    private ImportedFiles() {}

    static ValidatableResponse send(String list, String format, String file) {
        return send(list, format, file, Map.of());
    }

    static ValidatableResponse dryRun(String list, String format, String file) {
        return send(list, format, file, Map.of("dryRun", "true"));
    }

    static ValidatableResponse send(String list, String format, String file, Map<String, ?> parameters) {
        return Client.asAdministrator()
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .queryParam("format", format)
                .queryParams(parameters)
                .post("/api/v1/code-lists/{list}/imports", list)
                .then();
    }

    /** What is found in one of CEB's files, as it is, without importing it. */
    static JsonPath report(String list, String format, String file) {
        return dryRun(list, format, SharedData.text("ceb-codes/" + file))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The findings of a severity, each as {@code row field: message}. */
    static List<String> findings(JsonPath report, String severity) {
        return report.getList("findings.findAll { it.severity == '" + severity
                + "' }.collect { it.row + ' ' + it.field + ': ' +" + " it.message }");
    }
}

package org.undatacube.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.undatacube.acceptance.suite.RunningSuite;

/** Reports, certifies and has published, one year after another and some of them again, and writes down what was acknowledged. */
final class Agency {
    private final String entity;
    private final PatientClient preparer;
    private final PatientClient certifier;
    private final PatientClient secretariat;
    private final Ledger ledger;
    private final Random random;

    Agency(String entity, RunningSuite suite, Ledger ledger, long seed) {
        this.entity = entity;
        this.preparer = new PatientClient(suite.holderOf("preparer", entity));
        this.certifier = new PatientClient(suite.holderOf("certifier", entity));
        this.secretariat = new PatientClient(suite.administrator());
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    String entity() {
        return entity;
    }

    void reportWhile(BooleanSupplier going) {
        while (going.getAsBoolean()) {
            report();
        }
    }

    private void report() {
        Report report = Report.random(entity, random);
        JsonNode submitted = preparer.post("/api/v1/submissions", report.body(), 201);
        String id = submitted.get("id").asText();
        String seen = "\"" + submitted.get("version").asText() + "\"";
        certifier.post("/api/v1/submissions/" + id + "/certification", Map.of("If-Match", seen), Map.of(), 200);
        long edition = secretariat
                .post("/api/v1/editions", Map.of("submissions", List.of(id)), 201)
                .get("edition")
                .asLong();
        ledger.add(new Ledger.Publication(id, report, edition));
    }
}

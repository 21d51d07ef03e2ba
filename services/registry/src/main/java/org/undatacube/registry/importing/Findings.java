package org.undatacube.registry.importing;

import java.util.ArrayList;
import java.util.List;

/** Collects what an import finds. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void reject(CsvTable.Row row, String field, String message) {
        add(row, field, Severity.REJECT, message);
    }

    void warn(CsvTable.Row row, String field, String message) {
        add(row, field, Severity.WARN, message);
    }

    void note(CsvTable.Row row, String field, String message) {
        add(row, field, Severity.NOTE, message);
    }

    /** False, and a finding each, where one of the fields is empty. */
    boolean hasAll(CsvTable.Row row, String... fields) {
        boolean complete = true;
        for (String field : fields) {
            if (row.field(field).isEmpty()) {
                reject(row, field, "The field is empty.");
                complete = false;
            }
        }
        return complete;
    }

    boolean hasRejects() {
        return found.stream().anyMatch(finding -> finding.severity() == Severity.REJECT);
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    private void add(CsvTable.Row row, String field, Severity severity, String message) {
        found.add(new Finding(row.line(), field, row.field(field), severity, message));
    }
}

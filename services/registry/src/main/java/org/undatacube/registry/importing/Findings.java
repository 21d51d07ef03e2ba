package org.undatacube.registry.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what an import finds. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void reject(CsvTable.Row row, String field, String message) {
        reject(row, field, message, null);
    }

    void reject(CsvTable.Row row, String field, String message, String expected) {
        add(row, field, Severity.REJECT, message, expected);
    }

    void warn(CsvTable.Row row, String field, String message) {
        warn(row, field, message, null);
    }

    void warn(CsvTable.Row row, String field, String message, String expected) {
        add(row, field, Severity.WARN, message, expected);
    }

    void note(CsvTable.Row row, String field, String message) {
        note(row, field, message, null);
    }

    void note(CsvTable.Row row, String field, String message, String expected) {
        add(row, field, Severity.NOTE, message, expected);
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
        return count(Severity.REJECT) > 0;
    }

    int count(Severity severity) {
        return (int)
                found.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** The rows that may not come in. */
    Set<Long> rejectedRows() {
        return found.stream()
                .filter(finding -> finding.severity() == Severity.REJECT)
                .map(Finding::row)
                .collect(Collectors.toSet());
    }

    /** In the order of the rows. */
    List<Finding> all() {
        return found.stream().sorted(Comparator.comparingLong(Finding::row)).toList();
    }

    private void add(CsvTable.Row row, String field, Severity severity, String message, String expected) {
        found.add(new Finding(row.line(), field, row.raw(field), severity, message, expected));
    }
}

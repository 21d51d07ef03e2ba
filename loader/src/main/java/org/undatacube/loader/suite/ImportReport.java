package org.undatacube.loader.suite;

import java.util.List;

/** What the registry did with an imported code list. */
public record ImportReport(
        String list, String version, long added, long changed, long unchanged, List<Finding> findings) {

    public record Finding(Long row, String field, String value, String severity, String message) {}

    public ImportReport {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}

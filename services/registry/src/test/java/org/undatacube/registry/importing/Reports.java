package org.undatacube.registry.importing;

import java.util.List;

/** Findings as a test can read them at a glance. */
final class Reports {
    private Reports() {}

    static List<String> of(Findings findings) {
        return findings.all().stream().map(Reports::of).toList();
    }

    static String of(Finding finding) {
        return "%d %s %s %s: %s%s"
                .formatted(
                        finding.row(),
                        finding.severity().code(),
                        finding.field(),
                        finding.value(),
                        finding.message(),
                        finding.expected() == null ? "" : " -> " + finding.expected());
    }
}

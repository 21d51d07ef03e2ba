package org.undatacube.registry.coderequest;

import java.util.ArrayList;
import java.util.List;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;
import org.undatacube.registry.importing.Severity;

/** Collects what is found about one request. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(Constraint constraint, String field, String value, String message, String expected) {
        found.add(new Finding(
                constraint.id(), constraint.source().title(), constraint.severity(), field, value, message, expected));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    /** @throws Problem (422) with all findings where one rejects */
    void requireNoRejects(String detail) {
        if (found.stream().anyMatch(finding -> finding.severity() == Severity.REJECT)) {
            throw new Problem(RegistryProblem.CODE_REQUEST_REJECTED, detail).with("findings", all());
        }
    }
}

package org.undatacube.aggregation.lineage;

import java.util.UUID;

/** Where a submission is read. */
final class SubmissionAddress {
    private SubmissionAddress() {}

    static String of(UUID submission) {
        return "/api/v1/submissions/" + submission;
    }
}

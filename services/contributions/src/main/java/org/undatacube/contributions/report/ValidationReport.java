package org.undatacube.contributions.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.http.Caller;

/**
 * A report on something that was not stored.
 *
 * @param senderEntity the entity that its sender acts for; empty where that is the secretariat
 * @param entity what was judged, as far as it could be read; null where not, as are year and flow
 */
record ValidationReport(
        UUID id,
        Optional<String> senderEntity,
        boolean dryRun,
        @Schema(nullable = true) String entity,
        Integer year,
        String flow,
        String rulesVersion,
        Instant madeAt,
        Instant keptUntil) {

    boolean isVisibleTo(Caller caller) {
        return caller.isSecretariat() || (senderEntity.isPresent() && senderEntity.equals(caller.entity()));
    }
}

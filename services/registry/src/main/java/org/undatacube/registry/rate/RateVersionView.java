package org.undatacube.registry.rate;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of one version of the rates.
 *
 * @param madeAt since when it is in force
 * @param madeBy the identifier of the key that made it, or {@code reference files}
 * @param added how many rates came in; changed likewise
 * @param href where the rates can be read as they were
 */
@Schema(name = "ExchangeRateVersion")
public record RateVersionView(
        String version, Instant madeAt, String madeBy, String reason, int added, int changed, String href) {

    static RateVersionView of(StoredRateVersion version) {
        return new RateVersionView(
                String.valueOf(version.version),
                version.madeAt,
                version.madeBy,
                version.reason,
                version.added,
                version.changed,
                "/api/v1/exchange-rates?version=" + version.version);
    }
}

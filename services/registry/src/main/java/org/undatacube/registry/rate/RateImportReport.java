package org.undatacube.registry.rate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.ExchangeRates.Rate;

/**
 * What an import of rates did, or would do.
 *
 * @param version the version of the rates after it; the one before where nothing changes
 * @param dryRun whether nothing was stored
 * @param unchanged how many rates of the file were already so
 */
@Schema(name = "ExchangeRateImportReport")
public record RateImportReport(
        String version,
        boolean dryRun,
        List<Rate> added,
        List<RateChange.Changed> changed,
        int unchanged,
        List<RateFinding> findings) {}

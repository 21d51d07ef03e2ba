package org.undatacube.registry.rate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.ExchangeRates.Rate;

/**
 * What is another in the rates after a change.
 *
 * @param added the rates that are new
 * @param changed the rates that differ
 */
record RateChange(List<Rate> added, List<Changed> changed) {

    /** A rate that differs, in its value or its source. */
    @Schema(name = "ChangedExchangeRate")
    public record Changed(Rate from, Rate to) {}

    /** @param wanted rates that are to be so; the others stay as they are */
    static RateChange between(List<Rate> before, List<Rate> wanted) {
        record Place(String currency, int year) {}

        Map<Place, Rate> known = new HashMap<>();
        before.forEach(rate -> known.put(new Place(rate.currency(), rate.year()), rate));
        List<Rate> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Rate rate : wanted) {
            Rate former = known.get(new Place(rate.currency(), rate.year()));
            if (former == null) {
                added.add(rate);
            } else if (former.unitsPerUsd().compareTo(rate.unitsPerUsd()) != 0
                    || !former.source().equals(rate.source())) {
                changed.add(new Changed(former, rate));
            }
        }
        return new RateChange(added, changed);
    }

    boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty();
    }
}

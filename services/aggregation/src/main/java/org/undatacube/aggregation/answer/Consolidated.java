package org.undatacube.aggregation.answer;

import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.View;

/**
 * The exact amount of all lines within the cuts, by what becomes of transfers from one UN entity to another.
 *
 * @param view which of the three the answer's figures are
 * @param gross with the transfers
 * @param eliminated the transfers
 * @param net without the transfers
 */
public record Consolidated(String view, Usd gross, Usd eliminated, Usd net) {

    /** @param own the amount as the view has it */
    static Consolidated of(View.Consolidation view, Usd gross, Usd own) {
        Usd rest = gross.minus(own);
        return view == View.Consolidation.NET
                ? new Consolidated(view.code(), gross, rest, own)
                : new Consolidated(view.code(), gross, own, rest);
    }
}

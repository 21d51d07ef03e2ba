package org.undatacube.aggregation.answer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.View;

/** The cells that an answer may show, of any set: those of the top members and their others, without what having hides. */
final class Shown {
    private final Question question;
    private final Reckoning reckoning;
    private final Patience patience;
    private final Optional<TopMembers> top;
    private final Values values;
    private final CellOrder order;
    private final Map<Integer, Rows> rows = new HashMap<>();

    Shown(Inquiry inquiry, Reckoning reckoning) {
        this.question = inquiry.question();
        this.reckoning = reckoning;
        this.patience = inquiry.patience();
        this.top = question.top()
                .map(asked -> new TopMembers(question, reckoning, new Values(question, reckoning, Optional.empty())));
        this.values = new Values(question, reckoning, top.map(members -> new OthersAmounts(reckoning, members)));
        this.order = new CellOrder(question, reckoning, values);
    }

    Values values() {
        return values;
    }

    CellOrder order() {
        return order;
    }

    /** Of what goes through cells. */
    Pace pace() {
        return new Pace(patience);
    }

    /** All cells of a set. */
    Rows rows(int set) {
        Rows known = rows.get(set);
        if (known == null) {
            known = top.map(members -> members.shown(set))
                    .orElseGet(() -> reckoning.tallies().of(set));
            rows.put(set, known);
        }
        return known;
    }

    /** The numbers of those rows that having does not hide. */
    int[] visible(Rows all) {
        int[] visible = new int[all.size()];
        int count = 0;
        Pace pace = pace();
        for (int row = 0; row < visible.length; row++) {
            pace.step();
            if (values.fulfils(question.having(), all, row)) {
                visible[count++] = row;
            }
        }
        return Arrays.copyOf(visible, count);
    }

    /** How amounts are made to add up; empty where they need not. */
    Optional<AdditiveRounding> additive() {
        View.Rounding rounding = question.view().rounding();
        if (!rounding.additive()) {
            return Optional.empty();
        }
        // from the grand total down to the detail
        List<Rows> chain =
                reckoning.sets().shownWithTotals().stream().map(this::rows).toList();
        return Optional.of(new AdditiveRounding(chain, rounding.decimals().orElseThrow(), reckoning.keys(), pace()));
    }
}

package org.undatacube.loader.ceb;

import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** {@code expenses_sdgs.csv}: expenses by entity, year and Sustainable Development Goal, some by target. */
public final class SdgTable implements CebTable {
    private static final String GOAL = "SDG goal";
    private static final String TARGET = "SDG target";
    private static final String INDICATOR = "SDG indicator";
    private static final String BASIS = "type of financial information";

    @Override
    public String name() {
        return "ceb-sdgs";
    }

    @Override
    public List<String> columns() {
        return List.of("calendar year", "entity code", BASIS, "amount", GOAL, TARGET, INDICATOR);
    }

    @Override
    public String entityColumn() {
        return "entity code";
    }

    @Override
    public String partColumn() {
        return "entity code";
    }

    @Override
    public String yearColumn() {
        return "calendar year";
    }

    @Override
    public Flow flow() {
        return Flow.EXPENSE;
    }

    @Override
    public Dimension dimension() {
        return Dimension.SDG;
    }

    /** The table covers 18 to 85 per cent of expenses before 2024. */
    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public Optional<Reading> read(Row row, CodeList sdgs) {
        Optional<Code> goal = row.code(GOAL, sdgs);
        Optional<Code> sdg = goal.flatMap(code -> row.text(TARGET).isBlank() ? goal : target(row, code, sdgs));
        Optional<String> basis = basis(row);
        if (!row.text(INDICATOR).isBlank()) {
            row.find(Rule.INDICATOR_NOT_HELD, INDICATOR, "");
        }
        return sdg.flatMap(code -> basis.map(known -> new Reading(code.code(), null, known, note(row, code))));
    }

    /** The target, or the goal where the target is not one of its own. */
    private static Optional<Code> target(Row row, Code goal, CodeList sdgs) {
        Optional<Code> target = row.code(TARGET, sdgs);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Code code = target.get();
        if (code.equals(goal)) {
            row.find(Rule.TARGET_IS_GOAL, TARGET, "");
            return target;
        }
        if (!goal.code().equals(code.parent())) {
            row.find(Rule.TARGET_OUTSIDE_GOAL, TARGET, "Counted under goal " + goal.code() + ".");
            return Optional.of(goal);
        }
        if (sdgs.find(code.code() + "0").isPresent()) {
            row.find(Rule.TARGET_MAY_BE_DAMAGED, TARGET, "Sent as " + code.code() + ".");
        }
        return target;
    }

    private static Optional<String> basis(Row row) {
        String written = row.text(BASIS);
        return switch (written) {
            case "EXP", "BUD" -> Optional.of(written);
            case "BUG" -> {
                row.find(Rule.BASIS_SPELLING, BASIS, "Read as BUD.");
                yield Optional.of("BUD");
            }
            default -> {
                row.find(Rule.UNKNOWN_BASIS, BASIS, "");
                yield Optional.empty();
            }
        };
    }

    private static String note(Row row, Code sdg) {
        if (!row.text(INDICATOR).isBlank()) {
            return "indicator " + row.text(INDICATOR);
        }
        boolean counted = row.text(TARGET).isBlank() || row.text(TARGET).equals(sdg.code());
        return counted ? null : "target " + row.text(TARGET);
    }
}

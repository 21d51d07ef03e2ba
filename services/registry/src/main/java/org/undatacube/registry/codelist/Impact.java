package org.undatacube.registry.codelist;

import java.util.Objects;
import org.undatacube.codelists.Code;

/** What a change means for those who know a list as it was; the gravest first. */
public enum Impact {
    /** Something that was right may be wrong now. */
    BREAKING,
    /** More is right than before. */
    WIDENING,
    /** The same is said in other words. */
    WORDING;

    static Impact of(Code before, Code after) {
        boolean moved = !before.level().equals(after.level()) || !Objects.equals(before.parent(), after.parent());
        boolean narrowed = later(before.validFrom(), after.validFrom()) || earlier(before.validTo(), after.validTo());
        if (moved || narrowed || !after.aliases().containsAll(before.aliases())) {
            return BREAKING;
        }
        boolean widened = !Objects.equals(before.validFrom(), after.validFrom())
                || !Objects.equals(before.validTo(), after.validTo())
                || after.aliases().size() > before.aliases().size();
        return widened ? WIDENING : WORDING;
    }

    Impact orGraver(Impact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    private static boolean later(Integer before, Integer after) {
        return after != null && (before == null || before < after);
    }

    private static boolean earlier(Integer before, Integer after) {
        return after != null && (before == null || after < before);
    }
}

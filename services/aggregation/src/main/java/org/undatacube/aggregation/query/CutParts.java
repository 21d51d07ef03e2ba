package org.undatacube.aggregation.query;

import java.util.List;
import java.util.Optional;
import org.undatacube.aggregation.query.Cut.ByMembers;

/**
 * A cut taken apart, of which nothing is known yet to be right.
 *
 * @param by where codes are named by more than their dimension, what that is
 * @param name the level or the hierarchy
 * @param whole what a problem with all of it points at
 */
record CutParts(boolean negated, Item dimension, By by, Optional<Item> name, List<Item> members, Item whole) {
    static final String SHAPE = "dimension:codes, dimension:level:codes, dimension:only:codes or"
            + " dimension:hierarchy:groups, codes separated by ;, with ! before it for all others";

    private static final char COLON = ':';
    private static final String NOT = "!";

    enum By {
        DIMENSION,
        LEVEL,
        HIERARCHY,
        /** The text does not say which. */
        LEVEL_OR_HIERARCHY,
        ONLY
    }

    static CutParts of(Item cut) {
        boolean negated = cut.text().startsWith(NOT);
        Item condition = negated ? cut.after(NOT.length()) : cut;
        int colon = condition.text().indexOf(COLON);
        if (colon < 0) {
            throw cut.wrong("A cut is written " + SHAPE + ", not " + cut.shown() + ".", SHAPE);
        }
        Item dimension = condition.part(0, colon);
        Item rest = condition.after(colon + 1);
        int second = rest.text().indexOf(COLON);
        if (second < 0) {
            return new CutParts(negated, dimension, By.DIMENSION, Optional.empty(), rest.split(';'), cut);
        }
        Item name = rest.part(0, second);
        By by = name.text().equals(ByMembers.ONLY) ? By.ONLY : By.LEVEL_OR_HIERARCHY;
        return new CutParts(
                negated,
                dimension,
                by,
                Optional.of(name),
                rest.after(second + 1).split(';'),
                cut);
    }
}

package org.undatacube.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.undatacube.benchmarks.feed.MadeUpFigures;
import org.undatacube.codelists.Dimension;

/**
 * What a question drills down to or cuts by: a level of a dimension, or the year.
 *
 * @param key as the API names it
 * @param members under which there are lines
 */
record Level(String key, List<String> members) {
    static final String YEAR = "year";

    /** All of the made-up figures, the year first. */
    static List<Level> all(MadeUpFigures figures) {
        List<Level> levels = new ArrayList<>();
        levels.add(new Level(
                YEAR,
                IntStream.rangeClosed(MadeUpFigures.FIRST_YEAR, MadeUpFigures.LAST_YEAR)
                        .mapToObj(Integer::toString)
                        .toList()));
        for (Dimension dimension : Dimension.values()) {
            for (String level : figures.table(dimension).levels()) {
                levels.add(new Level(dimension.code() + "." + level, figures.members(dimension, level)));
            }
        }
        return levels;
    }

    boolean isYear() {
        return key.equals(YEAR);
    }

    /** How a cut begins that is by members of this level. */
    String dimension() {
        return key.replaceFirst("\\..*", "");
    }

    /** Of the wide tables. */
    String column() {
        return key.replace('.', '_').toLowerCase(Locale.ROOT);
    }
}

package org.undatacube.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.undatacube.benchmarks.feed.CodeTable;
import org.undatacube.benchmarks.feed.MadeUpFigures;
import org.undatacube.codelists.Dimension;

/**
 * What a question drills down to or cuts by: a level of a dimension, or the year.
 *
 * @param key as the API names it
 * @param members under which lines are shown, among them those of higher levels that are coded no finer
 * @param own those members that stand on the level itself, so that a cut by one is of the lines shown under it
 */
record Level(String key, List<String> members, List<String> own) {
    static final String YEAR = "year";

    /** All of the made-up figures, the year first. */
    static List<Level> all(MadeUpFigures figures) {
        List<Level> levels = new ArrayList<>();
        List<String> years = IntStream.rangeClosed(MadeUpFigures.FIRST_YEAR, MadeUpFigures.LAST_YEAR)
                .mapToObj(Integer::toString)
                .toList();
        levels.add(new Level(YEAR, years, years));
        for (Dimension dimension : Dimension.values()) {
            CodeTable table = figures.table(dimension);
            for (String level : table.levels()) {
                List<String> members = figures.members(dimension, level);
                List<String> own = members.stream()
                        .filter(member -> table.standsOn(member, level))
                        .toList();
                levels.add(new Level(key(dimension, level), members, own));
            }
        }
        return levels;
    }

    private static String key(Dimension dimension, String level) {
        return dimension.code() + "." + level;
    }

    /** The column of the wide tables that holds a level. */
    static String column(Dimension dimension, String level) {
        return column(key(dimension, level));
    }

    private static String column(String key) {
        return key.replace('.', '_').toLowerCase(Locale.ROOT);
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
        return column(key);
    }
}

package org.undatacube.aggregation.indicator;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Flow;

/**
 * What an indicator is.
 *
 * @param definition what it says, in words
 * @param formula how it is computed, in words; null where it cannot be
 * @param since the first year of which it can be known; null where there is none
 * @param numerator null where it cannot be computed
 * @param denominator null where the numerator is the value
 * @param uncovered what becomes of an entity's year of which the denominator is known and the numerator is not; null
 *     without a denominator
 * @param source who defines it
 * @param proxy null where it is what it is called
 * @param obstacle why it cannot be computed; null where it can
 */
record Indicator(
        String id,
        String title,
        String definition,
        String formula,
        Unit unit,
        Integer since,
        Part numerator,
        Part denominator,
        Uncovered uncovered,
        String source,
        Proxy proxy,
        String obstacle) {

    private static final int LAST_YEAR = 2100;

    /**
     * A question without the years and entities.
     *
     * @param measures of which the first is the figure; a second one demands its dimension of the breakdowns
     * @param cut null for all lines
     * @param consolidation null for gross
     */
    record Part(Flow cube, String measures, String cut, String consolidation) {}

    /**
     * That a figure stands for another one.
     *
     * @param official what the official indicator is of
     * @param why this one is another
     */
    @Schema(name = "IndicatorProxy")
    record Proxy(String official, String why) {}

    /** The conditions that hold for both of its questions, besides those of the request. */
    List<String> commonCuts() {
        return since == null ? List.of() : List.of("year:" + since + ".." + LAST_YEAR);
    }

    /** A part as the question of each year's figure, as the cubes would say it. */
    Question.Canonical byYear(Part part) {
        List<String> cuts = Stream.concat(
                        part.cut() == null
                                ? Stream.empty()
                                : Stream.of(part.cut().split("\\|", -1)),
                        commonCuts().stream())
                .sorted()
                .toList();
        return new Question.Canonical(
                "year",
                null,
                String.join("|", cuts),
                null,
                part.measures(),
                null,
                null,
                null,
                null,
                null,
                "year",
                null,
                0,
                null,
                part.consolidation(),
                null,
                null);
    }
}

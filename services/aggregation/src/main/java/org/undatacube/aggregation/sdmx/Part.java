package org.undatacube.aggregation.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.aggregation.query.View;
import org.undatacube.aggregation.sdmx.FlowStructure.CodedDimension;
import org.undatacube.codelists.Dimension;

/**
 * One of the questions that a query consists of: its observations have codes in some dimensions and totals in the others.
 *
 * @param key of which it is a part
 * @param choices of each of the cube's dimensions
 */
record Part(FlowStructure structure, int key, List<Choice> choices, Optional<List<YearRange>> years) {

    /**
     * How one dimension is asked for.
     *
     * @param level by whose codes it is drilled down; null where it is not
     * @param codes on the level, which alone are wanted; none for all
     */
    record Choice(String level, List<String> codes) {
        static final Choice TOTAL = new Choice(null, List.of());

        boolean isTotal() {
            return level == null;
        }
    }

    /** What is asked; the cells of a series follow each other, as the year comes last. */
    Question question(Question.Page page) {
        List<Drilldown> drilldowns = new ArrayList<>();
        List<Cut> cuts = new ArrayList<>();
        for (int place = 0; place < choices.size(); place++) {
            Choice choice = choices.get(place);
            Dimension dimension = structure.dimensions().get(place).dimension();
            if (!choice.isTotal()) {
                drilldowns.add(new Drilldown.ByLevel(dimension, choice.level()));
            }
            if (!choice.codes().isEmpty()) {
                cuts.add(new Cut.ByMembers(dimension, choice.codes(), false, false));
            }
        }
        drilldowns.add(new Drilldown.ByYear());
        years.ifPresent(ranges -> cuts.add(new Cut.ByYears(ranges, false)));
        return new Question(
                structure.flow(),
                drilldowns,
                List.of(),
                cuts,
                List.of(),
                List.of(Measure.Plain.AMOUNT),
                List.of(),
                Subtotals.NONE,
                Optional.empty(),
                List.of(),
                page,
                View.PLAIN);
    }

    /** By which level entities are shown; empty where they are not. */
    Optional<String> entityLevel() {
        return Optional.ofNullable(choices.get(entityPlace()).level());
    }

    /** At which place of a series' codes its entity is. */
    int entityPlace() {
        return structure.dimensions().indexOf(CodedDimension.of(Dimension.ENTITY));
    }
}

package org.undatacube.aggregation.query;

import java.util.List;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** Reads a question from what a request says. Each parameter has a reader; the rules between them are theirs too. */
public final class QuestionReader {
    /** How many cells are given at once at most. */
    public static final int MOST_CELLS = 100_000;

    private static final char COMMA = ',';
    private static final char BAR = '|';

    private final Flow cube;
    private final Members members;
    private final int presentYear;

    /** @param presentYear the one that {@code structure=today} means */
    public QuestionReader(Flow cube, Members members, int presentYear) {
        this.cube = cube;
        this.members = members;
        this.presentYear = presentYear;
    }

    /** @throws Problem that says what is wrong, where, and what would be right */
    public Question read(Parameters parameters) {
        View view = new ViewReader(presentYear).read(parameters);
        Overlaps overlaps = new Overlaps(members, view.structure());
        List<Drilldown> drilldowns =
                new DrilldownReader(cube, members).read(parameters.items(ParameterNames.DRILLDOWN, COMMA));
        List<Drilldown> columns = columns(parameters.items(ParameterNames.COLUMNS, COMMA), drilldowns);
        List<Measure> measures = new MeasureReader(cube, members, drilldowns, columns)
                .read(parameters.items(ParameterNames.MEASURES, COMMA));
        Question question = new Question(
                cube,
                drilldowns,
                columns,
                new CutReader(cube, members).read(parameters.items(ParameterNames.CUT, BAR), parameters.cuts()),
                new ThresholdReader(
                                List.of(Measure.Plain.AMOUNT),
                                "is nothing that a single line has; where is on lines' amounts, having on cells.")
                        .read(parameters.items(ParameterNames.WHERE, BAR)),
                measures,
                new ThresholdReader(measures, "is not among the measures of this question.")
                        .read(parameters.items(ParameterNames.HAVING, BAR)),
                SubtotalsReader.read(parameters, drilldowns),
                new TopReader(drilldowns, columns, overlaps).read(parameters),
                new OrderReader(drilldowns, measures).read(parameters.items(ParameterNames.ORDER, COMMA)),
                new Question.Page(
                        parameters.wholeNumber(ParameterNames.LIMIT, 1, MOST_CELLS),
                        parameters
                                .wholeNumber(ParameterNames.OFFSET, 0, Integer.MAX_VALUE)
                                .orElse(0)),
                view);
        TopReader.checkRanking(question, parameters);
        RoundingCheck.check(question, parameters, overlaps);
        return question;
    }

    private static List<Drilldown> columns(List<Item> items, List<Drilldown> drilldowns) {
        List<Drilldown> columns =
                DrilldownReader.choose(items, drilldowns, "is not among the drilldowns of this question.");
        if (!columns.isEmpty() && columns.size() == drilldowns.size()) {
            throw items.get(0)
                    .wrong("All drilldowns run across; one at least must be left for the rows.", "fewer columns");
        }
        return columns;
    }
}

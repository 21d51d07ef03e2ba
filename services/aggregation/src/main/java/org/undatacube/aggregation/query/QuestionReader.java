package org.undatacube.aggregation.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** Reads a question from the parameters of a request. */
public final class QuestionReader {
    /** How many cells are given at once at most. */
    public static final int MOST_CELLS = 100_000;

    public static final String DRILLDOWN = "drilldown";
    public static final String CUT = "cut";
    public static final String MEASURES = "measures";
    public static final String ORDER = "order";
    public static final String LIMIT = "limit";
    public static final String OFFSET = "offset";

    /** The parameters that make up a question. */
    public static final List<String> PARAMETERS = List.of(DRILLDOWN, CUT, MEASURES, ORDER, LIMIT, OFFSET);

    private final Flow cube;
    private final Members members;

    public QuestionReader(Flow cube, Members members) {
        this.cube = cube;
        this.members = members;
    }

    /** @throws Problem that says what is wrong, where, and what would be right */
    public Question read(Parameters parameters) {
        List<Drilldown> drilldowns = new DrilldownReader(cube, members).read(items(parameters, DRILLDOWN, ','));
        List<Measure> measures = measures(items(parameters, MEASURES, ','));
        return new Question(
                cube,
                drilldowns,
                List.of(),
                new CutReader(cube, members).read(items(parameters, CUT, '|')),
                List.of(),
                measures,
                List.of(),
                Subtotals.NONE,
                Optional.empty(),
                new OrderReader(drilldowns, measures).read(items(parameters, ORDER, ',')),
                new Question.Page(
                        parameters.wholeNumber(LIMIT, 1, MOST_CELLS),
                        parameters.wholeNumber(OFFSET, 0, Integer.MAX_VALUE).orElse(0)),
                View.PLAIN);
    }

    private static List<Item> items(Parameters parameters, String name, char separator) {
        return parameters
                .text(name)
                .map(text -> Item.split(name, text, separator))
                .orElse(List.of());
    }

    private static List<Measure> measures(List<Item> items) {
        Set<Measure> measures = new LinkedHashSet<>();
        for (Item item : items) {
            Measure measure = Stream.of(Measure.Plain.values())
                    .filter(plain -> plain.key().equals(item.text()))
                    .findFirst()
                    .orElseThrow(() -> item.unknown(
                            "There is no measure " + item.text() + ".",
                            Stream.of(Measure.Plain.values()).map(Measure::key).toList()));
            if (!measures.add(measure)) {
                throw item.wrong(item.text() + " stands twice in measures.", "each measure once");
            }
        }
        return measures.isEmpty() ? List.of(Measure.Plain.AMOUNT) : List.copyOf(measures);
    }
}

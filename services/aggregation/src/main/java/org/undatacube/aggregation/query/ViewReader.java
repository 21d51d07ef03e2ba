package org.undatacube.aggregation.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Structure;

/** Reads by whose structure, with or without transfers, and with how many decimals figures are seen. */
final class ViewReader {
    static final String ADDITIVE = "additive";

    private static final String HALF_EVEN = "half-even";
    private static final String THEN = Structure.THEN.text();
    private static final String TODAY = "today";
    private static final int MOST_DECIMALS = 9;

    private final int presentYear;

    ViewReader(int presentYear) {
        this.presentYear = presentYear;
    }

    View read(Parameters parameters) {
        return new View(
                parameters.item(ParameterNames.STRUCTURE).map(this::structure).orElse(Structure.THEN),
                consolidation(parameters),
                rounding(parameters));
    }

    private Structure structure(Item item) {
        Item word = item.after(0);
        if (word.text().equals(THEN)) {
            return Structure.THEN;
        }
        if (word.text().equals(TODAY)) {
            return Structure.of(presentYear);
        }
        if (word.text().matches("[0-9]+")) {
            return Structure.of(YearsReader.year(word));
        }
        throw word.unknownValue(
                "structure is then, today or a year, not " + word.shown() + ".",
                List.of(THEN, TODAY, Integer.toString(presentYear)));
    }

    private static View.Consolidation consolidation(Parameters parameters) {
        List<View.Consolidation> all = List.of(View.Consolidation.values());
        return parameters
                .word(
                        ParameterNames.CONSOLIDATION,
                        all.stream().map(View.Consolidation::code).toList())
                .flatMap(word ->
                        all.stream().filter(one -> one.code().equals(word)).findFirst())
                .orElse(View.Consolidation.GROSS);
    }

    private static View.Rounding rounding(Parameters parameters) {
        Optional<Integer> decimals = parameters.wholeNumber(ParameterNames.DECIMALS, 0, MOST_DECIMALS);
        boolean additive = parameters
                .word(ParameterNames.ROUNDING, Stream.of(HALF_EVEN, ADDITIVE).toList())
                .filter(ADDITIVE::equals)
                .isPresent();
        if (additive && decimals.isEmpty()) {
            throw parameters.wrong(
                    ParameterNames.ROUNDING,
                    "rounding=additive needs decimals: to how many it rounds.",
                    "decimals, a whole number from 0 to " + MOST_DECIMALS);
        }
        return new View.Rounding(decimals, additive);
    }
}

package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.http.Problem;

/**
 * What is asked of which data there are.
 *
 * @param data the data that are meant
 * @param dimensions of which the values are told
 * @param isOpen whether of each dimension those values are told that would find something if they were chosen in place of
 *     those that are, rather than those that the data have
 */
record AvailabilityQuery(DataQuery data, List<String> dimensions, boolean isOpen) {
    static final String MODE = "mode";
    static final String REFERENCES = "references";

    static final List<String> OF_2_1 = List.of(
            DataQueryReader.START,
            DataQueryReader.END,
            DataQueryReader.UPDATED_AFTER,
            DataQueryReader.AS_OF,
            DataQueryReader.FORMAT,
            MODE,
            REFERENCES);

    static final List<String> OF_3_0 =
            List.of(DataQueryReader.UPDATED_AFTER, DataQueryReader.AS_OF, DataQueryReader.FORMAT, MODE, REFERENCES);

    private static final String EXACT = "exact";
    private static final String AVAILABLE = "available";
    private static final String NONE = "none";

    /** @param components identifiers of dimensions; none for all */
    static AvailabilityQuery of(DataQuery data, List<String> components, QueryValues values) {
        List<String> known = data.structure().allDimensions();
        for (String component : components) {
            if (!known.contains(component)) {
                throw QueryValues.unknown(
                        "component",
                        component,
                        data.structure().id() + " has no dimension " + Excerpt.of(component) + ".",
                        known);
            }
        }
        if (!values.parameters().text(REFERENCES).orElse(NONE).equals(NONE)) {
            throw new Problem(
                            AggregationProblem.SDMX_NOT_IMPLEMENTED,
                            "No structures come with it; ask for the data flow with references=descendants.")
                    .with("parameter", REFERENCES);
        }
        boolean isOpen = values.parameters()
                .word(MODE, List.of(EXACT, AVAILABLE))
                .orElse(EXACT)
                .equals(AVAILABLE);
        return new AvailabilityQuery(data, components.isEmpty() ? known : components, isOpen);
    }

    /**
     * @param plan of the data
     * @param planning for other data than those
     * @throws Problem where there are none
     */
    Availability answer(Plan plan, Function<DataQuery, Plan> planning) {
        Availability found = required(Availability.of(plan));
        if (isOpen) {
            for (String dimension : dimensions.stream().filter(data::selects).toList()) {
                found = found.with(dimension, required(Availability.of(planning.apply(data.withAll(dimension)))));
            }
        }
        return found.only(dimensions);
    }

    private static Availability required(Optional<Availability> found) {
        return found.orElseThrow(() -> Problem.notFound("No observation matches the query."));
    }

    /** The dimensions that a path names; none for all. */
    static List<String> components(String text, String all, String separator) {
        return text.equals(all)
                ? List.of()
                : Stream.of(text.split(separator, -1)).distinct().toList();
    }
}

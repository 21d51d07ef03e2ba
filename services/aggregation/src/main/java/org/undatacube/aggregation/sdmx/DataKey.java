package org.undatacube.aggregation.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.aggregation.sdmx.FlowStructure.CodedDimension;
import org.undatacube.codelists.AreaIds;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.codelists.SdmxId;
import org.undatacube.http.Problem;

/**
 * Which series are wanted.
 *
 * @param wanted of each of the cube's dimensions
 */
record DataKey(List<Wanted> wanted) {
    private static final int SUGGESTIONS = 3;

    /** Reads keys by the codes of a moment. */
    static final class Reader {
        private final FlowStructure structure;
        private final Identifiers identifiers;

        Reader(FlowStructure structure, Identifiers identifiers) {
            this.structure = structure;
            this.identifiers = identifiers;
        }

        /**
         * @param conditions by component; of those on dimensions the values that are named count here
         * @return empty where no series can have the key
         * @throws Problem where a dimension has no such code
         */
        Optional<DataKey> read(KeyText key, Map<String, Condition> conditions) {
            List<String> frequencies = key.parts().get(0);
            if (!frequencies.isEmpty() && !frequencies.contains(FlowStructure.ANNUAL)) {
                return Optional.empty();
            }
            List<Wanted> wanted = new ArrayList<>();
            for (int place = 0; place < structure.dimensions().size(); place++) {
                CodedDimension dimension = structure.dimensions().get(place);
                Wanted named = wanted(dimension, key.parts().get(place + 1), "key");
                Wanted filtered = Optional.ofNullable(conditions.get(dimension.id()))
                        .flatMap(Condition::values)
                        .map(values -> wanted(dimension, values, "c[" + dimension.id() + "]"))
                        .orElse(Wanted.ANY);
                wanted.add(named.and(filtered));
            }
            return wanted.stream().anyMatch(Wanted::isNothing) ? Optional.empty() : Optional.of(new DataKey(wanted));
        }

        private Wanted wanted(CodedDimension dimension, List<String> ids, String parameter) {
            if (ids.isEmpty()) {
                return Wanted.ANY;
            }
            List<Code> codes = ids.stream()
                    .filter(id -> !id.equals(SdmxId.TOTAL) && !isWorld(dimension, id))
                    .map(id -> identifiers
                            .code(dimension.dimension(), id)
                            .orElseThrow(() -> unknown(dimension, id, parameter)))
                    .toList();
            return new Wanted(ids.contains(SdmxId.TOTAL), Optional.of(codes));
        }

        /** The structure has it among areas, but no data. */
        private static boolean isWorld(CodedDimension dimension, String id) {
            return dimension.dimension() == Dimension.LOCATION && id.equals(AreaIds.WORLD);
        }

        private Problem unknown(CodedDimension dimension, String id, String parameter) {
            String shown = Excerpt.of(id);
            List<String> nearest = NearestSpellings.find(identifiers.all(dimension.dimension()), shown, SUGGESTIONS);
            String question = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
            return new Problem(
                            AggregationProblem.SDMX_SEMANTIC, dimension.id() + " has no code " + shown + "." + question)
                    .with("parameter", parameter)
                    .with("value", shown)
                    .with("expected", "an identifier of a code, or " + SdmxId.TOTAL)
                    .with("nearest", nearest.isEmpty() ? null : nearest);
        }
    }

    /** How many of its parts name codes. */
    int named() {
        return (int) wanted.stream().filter(part -> part.codes().isPresent()).count();
    }

    /** Whether a series can be among those that are wanted. */
    boolean allows(FlowStructure structure, Series series, Members members) {
        for (int place = 0; place < wanted.size(); place++) {
            CodedDimension dimension = structure.dimensions().get(place);
            if (!wanted.get(place)
                    .allows(series.codes().get(place), members.list(dimension.dimension()), dimension.level())) {
                return false;
            }
        }
        return true;
    }
}

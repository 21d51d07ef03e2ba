package org.undatacube.aggregation.sdmx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.sdmx.FlowStructure.CodedDimension;
import org.undatacube.codelists.SdmxId;
import org.undatacube.http.Problem;

/**
 * All the questions that a query consists of, one for each choice of dimensions to drill down by: the more dimensions the
 * earlier, so that what is too large to be answered is known before anything is sent.
 *
 * @param keys those that say most come first; what one of them gives no later one gives again
 */
record Parts(List<DataKey> keys, List<Part> all) {
    private static final int MOST = 2_000;

    /** @throws Problem where a dimension has no such code, or the questions are too many */
    static Parts of(DataQuery query, Identifiers identifiers) {
        DataKey.Reader reader = new DataKey.Reader(query.structure(), identifiers);
        List<DataKey> keys = query.keys().stream()
                .map(key -> reader.read(key, query.conditions()))
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparing(DataKey::named).reversed())
                .toList();
        List<Part> parts = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            addParts(query, keys, key, parts);
        }
        parts.sort(Comparator.comparing((Part part) ->
                part.choices().stream().filter(Part.Choice::isTotal).count()));
        return new Parts(keys, List.copyOf(parts));
    }

    private static void addParts(DataQuery query, List<DataKey> keys, int key, List<Part> parts) {
        List<List<Part.Choice>> combined = List.of(List.of());
        for (int place = 0; place < query.structure().dimensions().size(); place++) {
            List<Part.Choice> choices = choices(
                    query,
                    query.structure().dimensions().get(place),
                    keys.get(key).wanted().get(place));
            requireFew(parts.size() + (long) combined.size() * choices.size());
            combined = combined.stream()
                    .flatMap(before -> choices.stream()
                            .map(choice -> Stream.concat(before.stream(), Stream.of(choice))
                                    .toList()))
                    .toList();
        }
        combined.forEach(choices -> parts.add(new Part(query.structure(), key, choices, query.years())));
    }

    private static List<Part.Choice> choices(DataQuery query, CodedDimension dimension, Wanted wanted) {
        List<Part.Choice> choices = new ArrayList<>();
        Condition condition = query.conditions().get(dimension.id());
        if (wanted.total() && (condition == null || condition.holds(SdmxId.TOTAL))) {
            choices.add(Part.Choice.TOTAL);
        }
        if (wanted.codes().isEmpty()) {
            choices.add(new Part.Choice(dimension.level(), List.of()));
        } else {
            wanted.byLevel().forEach((level, codes) -> choices.add(new Part.Choice(level, codes)));
        }
        return choices;
    }

    private static void requireFew(long count) {
        if (count > MOST) {
            throw new Problem(
                            AggregationProblem.DATA_TOO_LARGE,
                            "The query names codes of so many levels, or so many keys, that it consists of more than "
                                    + MOST + " questions. Ask for fewer at once.")
                    .with("limit", MOST);
        }
    }
}

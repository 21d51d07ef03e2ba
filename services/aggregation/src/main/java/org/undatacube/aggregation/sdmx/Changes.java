package org.undatacube.aggregation.sdmx;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.http.Problem;

/** How the series of a part differ between two editions, both by the same lists. */
final class Changes {
    /** What of one edition is held to be compared with another. */
    private static final int MOST = 500_000;

    private final Questions questions;
    private final Part part;
    private final Content content;

    /** @param content what is told of observations: what is not told has not changed */
    Changes(Questions questions, Part part, Content content) {
        this.questions = questions;
        this.part = part;
        this.content = content;
    }

    /** The observations that are new or say something else than before. */
    Iterator<Series> changed(Edition before, Edition after) {
        if (questions.agree(part, before, after)) {
            return List.<Series>of().iterator();
        }
        Map<List<String>, Map<Integer, Observation>> known = all(before);
        PartSeries present = new PartSeries(questions, part, after);
        return new Lookahead<>() {
            @Override
            Series find() {
                while (present.hasNext()) {
                    Series series = present.next();
                    Map<Integer, Observation> its = known.getOrDefault(series.codes(), Map.of());
                    List<Observation> changed = series.observations().stream()
                            .filter(observation -> isNew(observation, its.get(observation.year())))
                            .toList();
                    if (!changed.isEmpty()) {
                        return new Series(series.codes(), changed);
                    }
                }
                return null;
            }
        };
    }

    /** The observations that are not there any more. */
    Iterator<Series> deleted(Edition before, Edition after) {
        if (questions.agree(part, before, after)) {
            return List.<Series>of().iterator();
        }
        Map<List<String>, Map<Integer, Observation>> left = all(before);
        PartSeries present = new PartSeries(questions, part, after);
        while (present.hasNext()) {
            Series series = present.next();
            Map<Integer, Observation> its = left.getOrDefault(series.codes(), new HashMap<>());
            series.observations().forEach(observation -> its.remove(observation.year()));
        }
        return left.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry ->
                        new Series(entry.getKey(), List.copyOf(entry.getValue().values())))
                .iterator();
    }

    private boolean isNew(Observation observation, Observation before) {
        return before == null || !content.of(before).equals(content.of(observation));
    }

    private Map<List<String>, Map<Integer, Observation>> all(Edition edition) {
        Map<List<String>, Map<Integer, Observation>> all = new LinkedHashMap<>();
        PartSeries series = new PartSeries(questions, part, edition);
        int count = 0;
        while (series.hasNext()) {
            Series one = series.next();
            count += one.observations().size();
            if (count > MOST) {
                throw new Problem(
                                AggregationProblem.DATA_TOO_LARGE,
                                "To find what changed, more than " + MOST
                                        + " observations would have to be compared at once. Name codes for more of the"
                                        + " dimensions, or ask for fewer years.")
                        .with("limit", MOST);
            }
            Map<Integer, Observation> its = all.computeIfAbsent(one.codes(), codes -> new TreeMap<>());
            one.observations().forEach(observation -> its.put(observation.year(), observation));
        }
        return all;
    }
}

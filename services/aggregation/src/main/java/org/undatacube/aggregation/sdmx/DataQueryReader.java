package org.undatacube.aggregation.sdmx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.http.Problem;

/** Reads data queries as the two versions of SDMX's REST interface write them. */
final class DataQueryReader {
    static final String START = "startPeriod";
    static final String END = "endPeriod";
    static final String UPDATED_AFTER = "updatedAfter";
    static final String AS_OF = "asOf";
    static final String FIRST = "firstNObservations";
    static final String LAST = "lastNObservations";
    static final String AT_OBSERVATION = "dimensionAtObservation";
    static final String DETAIL = "detail";
    static final String HISTORY = "includeHistory";
    static final String ATTRIBUTES = "attributes";
    static final String MEASURES = "measures";
    static final String FORMAT = "format";

    static final List<String> OF_2_1 =
            List.of(START, END, UPDATED_AFTER, AS_OF, FIRST, LAST, AT_OBSERVATION, DETAIL, HISTORY, FORMAT);
    /** What SDMX 3.1 added, which is understood and refused. */
    static final List<String> OF_3_1 = List.of("offset", "limit", "sort", "reportingYearStartDay");

    static final List<String> OF_3_0 = Stream.concat(
                    Stream.of(UPDATED_AFTER, AS_OF, FIRST, LAST, AT_OBSERVATION, ATTRIBUTES, MEASURES, HISTORY, FORMAT),
                    OF_3_1.stream())
            .toList();

    private static final String FLAT = "AllDimensions";
    private static final String NONE = "none";

    private DataQueryReader() {}

    static DataQuery ofVersion21(FlowStructure structure, String key, QueryValues values) {
        return read(
                structure,
                List.of(KeyText.ofVersion21(structure, key)),
                Map.of(),
                period(values),
                detail(values),
                values);
    }

    static DataQuery ofVersion30(FlowStructure structure, String key, QueryValues values) {
        values.refuse(OF_3_1.toArray(String[]::new));
        Conditions conditions = Conditions.read(structure, values.filters());
        return read(
                structure,
                KeyText.ofVersion30(structure, key),
                conditions.byComponent(),
                conditions.years(),
                content(values),
                values);
    }

    private static DataQuery read(
            FlowStructure structure,
            List<KeyText> keys,
            Map<String, Condition> conditions,
            Optional<List<YearRange>> years,
            Content content,
            QueryValues values) {
        boolean isFlat = isFlat(structure, values);
        Optional<Instant> updatedAfter = values.moment(UPDATED_AFTER);
        Optional<Instant> asOf = values.moment(AS_OF);
        if (updatedAfter.isPresent() && asOf.isPresent() && updatedAfter.get().isAfter(asOf.get())) {
            throw new Problem(
                            AggregationProblem.SDMX_SEMANTIC,
                            "Nothing can have changed after " + updatedAfter.get() + " and as of the time before, "
                                    + asOf.get() + ".")
                    .with("parameter", UPDATED_AFTER);
        }
        Condition frequency = conditions.get(FlowStructure.FREQUENCY);
        return new DataQuery(
                structure,
                frequency == null || frequency.holds(FlowStructure.ANNUAL) ? keys : List.of(),
                conditions,
                years,
                values.parameters().wholeNumber(FIRST, 1, Integer.MAX_VALUE),
                values.parameters().wholeNumber(LAST, 1, Integer.MAX_VALUE),
                isFlat && content.hasObservations(),
                content,
                updatedAfter,
                asOf,
                values.parameters().yesOrNo(HISTORY).orElse(false));
    }

    private static Optional<List<YearRange>> period(QueryValues values) {
        List<Condition.Term> terms = new ArrayList<>();
        bound(START, Condition.Operator.GE, values).ifPresent(terms::add);
        bound(END, Condition.Operator.LE, values).ifPresent(terms::add);
        return terms.isEmpty() ? Optional.empty() : Optional.of(Conditions.years(new Condition(List.of(terms))));
    }

    private static Optional<Condition.Term> bound(String parameter, Condition.Operator operator, QueryValues values) {
        return values.parameters().text(parameter).map(text -> {
            if (TimeSpan.of(text).isEmpty()) {
                throw values.parameters()
                        .wrong(parameter, parameter + " must be " + TimeSpan.SHAPE + ".", TimeSpan.SHAPE);
            }
            return new Condition.Term(operator, text);
        });
    }

    private static boolean isFlat(FlowStructure structure, QueryValues values) {
        String dimension = values.parameters().text(AT_OBSERVATION).orElse(FlowStructure.TIME);
        List<String> known = Stream.concat(structure.allDimensions().stream(), Stream.of(FLAT))
                .toList();
        if (!known.contains(dimension)) {
            throw QueryValues.unknown(AT_OBSERVATION, dimension, structure.id() + " has no such dimension.", known);
        }
        if (!dimension.equals(FLAT) && !dimension.equals(FlowStructure.TIME)) {
            throw new Problem(
                            AggregationProblem.SDMX_NOT_IMPLEMENTED,
                            "Data are given as time series (" + FlowStructure.TIME + ") or observation by observation ("
                                    + FLAT + "), not across " + dimension + ".")
                    .with("parameter", AT_OBSERVATION);
        }
        return dimension.equals(FLAT);
    }

    private static Content detail(QueryValues values) {
        String detail = values.parameters()
                .word(DETAIL, List.of("full", "dataonly", "serieskeysonly", "nodata"))
                .orElse("full");
        return switch (detail) {
            case "dataonly" -> Content.of(true, true, List.of());
            case "serieskeysonly" -> Content.of(false, false, List.of());
            case "nodata" ->
                Content.of(
                        false,
                        false,
                        Stream.of(Attribute.values())
                                .filter(Attribute::isOfDataSet)
                                .toList());
            default -> Content.FULL;
        };
    }

    private static Content content(QueryValues values) {
        Set<Attribute> attributes = new HashSet<>();
        for (String word : values.list(ATTRIBUTES).orElse(List.of("dsd"))) {
            attributes.addAll(attributes(word));
        }
        boolean hasValues = values.list(MEASURES).orElse(List.of("all")).stream()
                .map(DataQueryReader::isMeasure)
                .toList()
                .contains(true);
        boolean hasOwn = attributes.stream().anyMatch(attribute -> !attribute.isOfDataSet());
        return Content.of(hasValues || hasOwn, hasValues, List.copyOf(attributes));
    }

    private static List<Attribute> attributes(String word) {
        return switch (word) {
            case "dsd", "all" -> List.of(Attribute.values());
            case "dataset" ->
                Stream.of(Attribute.values()).filter(Attribute::isOfDataSet).toList();
            case "obs" ->
                Stream.of(Attribute.values())
                        .filter(attribute -> !attribute.isOfDataSet())
                        .toList();
            case "msd", "series", NONE -> List.of();
            default -> {
                if (!Attribute.names().contains(word)) {
                    throw QueryValues.unknown(ATTRIBUTES, word, "There is no such attribute.", Attribute.names());
                }
                yield List.of(Attribute.valueOf(word));
            }
        };
    }

    private static boolean isMeasure(String word) {
        if (!List.of("all", NONE, FlowStructure.MEASURE).contains(word)) {
            throw QueryValues.unknown(MEASURES, word, "There is no such measure.", List.of(FlowStructure.MEASURE));
        }
        return !word.equals(NONE);
    }
}

package org.undatacube.aggregation.sdmx;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;

/**
 * What the query of an address says, by parameter.
 *
 * @param parameters those that have one name always
 * @param filters by component those that are written {@code c[component]}
 */
record QueryValues(Parameters parameters, Map<String, String> filters) {
    private static final int MOST_PARAMETERS = 100;
    private static final int SUGGESTIONS = 3;
    private static final String MOMENT = "a time such as 2025-06-30T12:00:00Z";
    private static final String FILTER = "c[";
    private static final String FILTER_END = "]";

    /**
     * @param query as it was sent; null for none
     * @throws Problem where a parameter is not among the known ones or is given twice
     */
    static QueryValues read(String query, Collection<String> known) {
        Map<String, List<String>> plain = new HashMap<>();
        Map<String, String> filters = new HashMap<>();
        decoded(query).forEach((name, values) -> {
            if (name.startsWith(FILTER) && name.endsWith(FILTER_END)) {
                filters.put(name.substring(FILTER.length(), name.length() - 1), single(name, values));
            } else {
                plain.put(name, values);
            }
        });
        return new QueryValues(new Parameters(plain, known), filters);
    }

    private static Map<String, List<String>> decoded(String query) {
        return new QueryStringDecoder(query == null ? "" : query, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true)
                .parameters();
    }

    private static String single(String name, List<String> values) {
        if (values.size() > 1) {
            throw Problem.invalidParameter(
                    Excerpt.of(name),
                    values.stream().map(Excerpt::of).toList(),
                    Excerpt.of(name) + " is given " + values.size() + " times.",
                    "one filter for each component");
        }
        return withPluses(values.get(0));
    }

    /** Nothing in these values has a blank, but the plus that SDMX has in them is decoded to one. */
    private static String withPluses(String value) {
        return value.replace(' ', '+');
    }

    /** @throws Problem where it is no moment */
    Optional<Instant> moment(String parameter) {
        return parameters.text(parameter).map(QueryValues::withPluses).map(text -> {
            try {
                if (!text.contains("T")) {
                    return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                }
                return text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                throw parameters.wrong(parameter, parameter + " must be " + MOMENT + ".", MOMENT);
            }
        });
    }

    /** The values of a parameter that has several. */
    Optional<List<String>> list(String parameter) {
        return parameters.text(parameter).map(text -> List.of(text.split(",", -1)));
    }

    /** A problem with a name that should be one of some others. */
    static Problem unknown(String parameter, String name, String detail, Collection<String> right) {
        List<String> nearest = NearestSpellings.find(right, Excerpt.of(name), SUGGESTIONS);
        String question = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
        return new Problem(AggregationProblem.SDMX_SEMANTIC, detail + question)
                .with("parameter", parameter)
                .with("value", Excerpt.of(name))
                .with("expected", List.copyOf(right))
                .with("nearest", nearest.isEmpty() ? null : nearest);
    }

    /** @throws Problem where one of some parameters is given, which this service does not know what to do with */
    void refuse(String... unsupported) {
        Stream.of(unsupported)
                .filter(name -> parameters.text(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem(AggregationProblem.SDMX_NOT_IMPLEMENTED, "There is no " + name + " here.")
                            .with("parameter", name);
                });
    }
}

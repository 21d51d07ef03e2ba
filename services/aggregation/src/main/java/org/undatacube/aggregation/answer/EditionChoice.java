package org.undatacube.aggregation.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;

/** Reads of which edition a question is asked: a number, what was the last one at a time, or the last one. */
final class EditionChoice {
    private static final String TIMES =
            "a time such as 2025-06-30T12:00:00Z, or a day such as 2025-06-30 (its end, UTC)";

    private final Catalogue catalogue;
    private final Instant now;

    EditionChoice(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    /**
     * @param moment of which the code lists are meant, where the past is asked: when the edition was published, or the time
     *     that was asked for. Empty for the present, for a time that is still to come and for edition 0, which is of no time
     */
    record Chosen(Edition edition, Optional<Instant> moment) {}

    Chosen read(Parameters parameters) {
        Optional<Edition> edition = numbered(ParameterNames.EDITION, parameters);
        Optional<String> time = parameters.text(ParameterNames.AS_OF);
        if (edition.isPresent() && time.isPresent()) {
            throw parameters.wrong(
                    ParameterNames.AS_OF,
                    "A question is asked of an edition or as of a time, not both.",
                    "one of them");
        }
        if (edition.isPresent()) {
            return new Chosen(edition.get(), Optional.ofNullable(edition.get().publishedAt()));
        }
        return time.map(text -> instant(text, parameters))
                .map(moment ->
                        new Chosen(catalogue.asOf(moment), Optional.of(moment).filter(asked -> asked.isBefore(now))))
                .orElseGet(() -> new Chosen(catalogue.current(), Optional.empty()));
    }

    /** The edition whose number a parameter is; empty where it is not given. */
    Optional<Edition> numbered(String parameter, Parameters parameters) {
        return parameters
                .wholeNumber(parameter, 0, Integer.MAX_VALUE)
                .map(number -> catalogue.edition(number).orElseThrow(() -> {
                    long last = catalogue.current().number();
                    return parameters.wrong(
                            parameter,
                            "There is no edition " + number + " yet; the last one is " + last + ".",
                            "a whole number from 0 to " + last);
                }));
    }

    private static Instant instant(String text, Parameters parameters) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(1);
        } catch (DateTimeException e) {
            throw parameters.wrong(ParameterNames.AS_OF, "asOf must be " + TIMES + ".", TIMES);
        }
    }
}

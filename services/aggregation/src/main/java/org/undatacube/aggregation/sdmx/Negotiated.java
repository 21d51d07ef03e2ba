package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * In what something is given.
 *
 * @param form how it is written where it is CSV
 * @param contentType what the client called the format, where it did not ask for it by SDMX's own name
 * @param isSdmx whether the client asked for one of SDMX's formats, rather than for anything or any XML or JSON
 */
record Negotiated<F extends MessageFormat>(F format, CsvForm form, String contentType, boolean isSdmx) {
    private static final String SDMX = "application/vnd.sdmx.";

    /**
     * A kind of media that a client accepts.
     *
     * @param type e.g. {@code application/*}, without parameters
     */
    record MediaRange(String type, Map<String, String> parameters) {}

    /**
     * @param word the parameter {@code format}, which goes before the header; or null
     * @param accepted best first; empty where the client says nothing
     * @throws Problem (400) where there is no such format, (406) where none is acceptable
     */
    static <F extends MessageFormat> Negotiated<F> of(Offer<F> offer, String word, List<MediaRange> accepted) {
        if (word != null) {
            F format = offer.all().stream()
                    .filter(candidate -> candidate.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalidParameter(
                            "format", Excerpt.of(word), "There is no format " + Excerpt.of(word) + ".", offer.words()));
            return new Negotiated<>(format, CsvForm.PLAIN, format.mediaType(), true);
        }
        if (accepted.isEmpty()) {
            return plain(offer.usual());
        }
        return accepted.stream()
                .flatMap(range -> match(offer, range).stream())
                .findFirst()
                .orElseThrow(() -> new Problem(
                                CommonProblem.NOT_ACCEPTABLE,
                                "This is given in " + String.join(", ", offer.words()) + " alone.")
                        .with("expected", offer.mediaTypes()));
    }

    private static <F extends MessageFormat> Negotiated<F> plain(F format) {
        return new Negotiated<>(format, CsvForm.PLAIN, format.mediaType(), false);
    }

    private static <F extends MessageFormat> Optional<Negotiated<F>> match(Offer<F> offer, MediaRange range) {
        if (range.type().equals("*/*") || range.type().equals("application/*")) {
            return Optional.of(plain(offer.usual()));
        }
        if (range.type().startsWith(SDMX)) {
            String version = range.parameters().get("version");
            return offer.preferred()
                    .filter(format -> format.type().equals(range.type()))
                    .filter(format -> version == null || format.hasVersion(version))
                    .findFirst()
                    .map(format -> bySdmxName(format, CsvForm.of(range.parameters())));
        }
        return offer.preferred()
                .filter(format -> range.type().equals("application/" + format.syntax())
                        || range.type().equals("text/" + format.syntax()))
                .findFirst()
                .map(format -> new Negotiated<>(format, CsvForm.PLAIN, range.type() + charset(range.type()), false));
    }

    private static <F extends MessageFormat> Negotiated<F> bySdmxName(F format, CsvForm form) {
        String parameters = format == DataFormat.CSV_2_0 ? form.parameters() : "";
        return new Negotiated<>(format, form, format.mediaType() + parameters, true);
    }

    private static String charset(String type) {
        return type.startsWith("text/") ? ";charset=utf-8" : "";
    }
}

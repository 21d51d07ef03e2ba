package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * In what data are given.
 *
 * @param contentType what the client called the format, where it did not ask for it by SDMX's own name
 * @param isSdmx whether the client asked for one of SDMX's formats, rather than for anything or any XML or JSON
 */
record Negotiated(DataFormat format, CsvForm form, String contentType, boolean isSdmx) {
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
    static Negotiated of(Api api, String word, List<MediaRange> accepted) {
        if (word != null) {
            DataFormat format = DataFormat.find(word)
                    .orElseThrow(() -> Problem.invalidParameter(
                            "format",
                            Excerpt.of(word),
                            "There is no format " + Excerpt.of(word) + ".",
                            DataFormat.words()));
            return new Negotiated(format, CsvForm.PLAIN, format.mediaType(), true);
        }
        if (accepted.isEmpty()) {
            return plain(api.usual());
        }
        return accepted.stream()
                .flatMap(range -> match(api, range).stream())
                .findFirst()
                .orElseThrow(() -> new Problem(
                                CommonProblem.NOT_ACCEPTABLE,
                                "Data are given in SDMX-ML, SDMX-JSON and SDMX-CSV alone.")
                        .with("expected", DataFormat.mediaTypes()));
    }

    private static Negotiated plain(DataFormat format) {
        return new Negotiated(format, CsvForm.PLAIN, format.mediaType(), false);
    }

    private static Optional<Negotiated> match(Api api, MediaRange range) {
        if (range.type().equals("*/*") || range.type().equals("application/*")) {
            return Optional.of(plain(api.usual()));
        }
        if (range.type().startsWith(SDMX)) {
            String version = range.parameters().get("version");
            return formats(api)
                    .filter(format -> format.type().equals(range.type()))
                    .filter(format -> version == null || format.hasVersion(version))
                    .findFirst()
                    .map(format -> bySdmxName(format, CsvForm.of(range.parameters())));
        }
        return formats(api)
                .filter(format -> range.type().equals("application/" + format.syntax())
                        || range.type().equals("text/" + format.syntax()))
                .findFirst()
                .map(format -> new Negotiated(format, CsvForm.PLAIN, range.type() + charset(range.type()), false));
    }

    private static Negotiated bySdmxName(DataFormat format, CsvForm form) {
        String parameters = format == DataFormat.CSV_2_0 ? form.parameters() : "";
        return new Negotiated(format, form, format.mediaType() + parameters, true);
    }

    private static String charset(String type) {
        return type.startsWith("text/") ? ";charset=utf-8" : "";
    }

    /** Those that go with the interface's own version first. */
    private static Stream<DataFormat> formats(Api api) {
        return Stream.concat(Stream.of(api.usualXml()), Stream.of(DataFormat.values()));
    }
}

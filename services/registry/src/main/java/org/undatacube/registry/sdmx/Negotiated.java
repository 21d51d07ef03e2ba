package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * In what an answer is given.
 *
 * @param contentType what the client called the format, where it did not ask for it by SDMX's own name
 * @param isSdmx whether the client asked for one of SDMX's formats, rather than for anything or any XML or JSON
 */
record Negotiated(Format format, String contentType, boolean isSdmx) {
    private static final String SDMX = "application/vnd.sdmx.structure+";

    /**
     * A kind of media that a client accepts.
     *
     * @param type e.g. {@code application/*}, without parameters
     * @param version the parameter of that name, or null
     */
    record MediaRange(String type, String version) {}

    /**
     * @param word the parameter {@code format}, which goes before the header; or null
     * @param accepted best first; empty where the client says nothing
     * @throws Problem (400) where there is no such format, (406) where none is acceptable
     */
    static Negotiated of(Api api, String word, List<MediaRange> accepted) {
        if (word != null) {
            Format format = Format.find(word)
                    .orElseThrow(() -> Problem.invalidParameter(
                            "format", word, "There is no format " + word + ".", Format.words()));
            return new Negotiated(format, format.mediaType(), true);
        }
        if (accepted.isEmpty()) {
            return new Negotiated(api.usual(), api.usual().mediaType(), false);
        }
        return accepted.stream()
                .flatMap(range -> match(api, range).stream())
                .findFirst()
                .orElseThrow(() -> new Problem(
                                CommonProblem.NOT_ACCEPTABLE, "Structures are given in SDMX-ML and SDMX-JSON alone.")
                        .with("expected", Format.mediaTypes()));
    }

    private static Optional<Negotiated> match(Api api, MediaRange range) {
        if (range.type().equals("*/*") || range.type().equals("application/*")) {
            return Optional.of(new Negotiated(api.usual(), api.usual().mediaType(), false));
        }
        if (range.type().startsWith(SDMX)) {
            return formats(api, range.type().substring(SDMX.length()))
                    .filter(format -> range.version() == null || format.hasVersion(range.version()))
                    .findFirst()
                    .map(format -> new Negotiated(format, format.mediaType(), true));
        }
        String syntax = range.type().replaceFirst("^(application|text)/", "");
        return formats(api, syntax).findFirst().map(format -> new Negotiated(format, range.type(), false));
    }

    /** XML or JSON in its versions, the one that goes with the interface's own first. */
    private static Stream<Format> formats(Api api, String syntax) {
        Stream<Format> usual = Stream.of(api.usualXml(), Format.JSON_2_0);
        return Stream.concat(usual, Stream.of(Format.values()))
                .filter(format -> format.syntax().equals(syntax));
    }
}

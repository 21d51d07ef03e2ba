package org.undatacube.registry.sdmx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of structure messages. */
enum Format {
    ML_2_1("sdmx-2.1", "xml", "2.1", StructureMl21::new),
    ML_3_0("sdmx-3.0", "xml", "3.0.0", StructureMl30::new),
    JSON_2_0(
            "sdmx-json",
            "json",
            "2.0.0",
            out -> new StructureJson(
                    out,
                    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0"
                            + "/sdmx-json-structure-schema.json")),
    JSON_2_1(
            "sdmx-json-2.1",
            "json",
            "2.1.0",
            out -> new StructureJson(out, "https://json.sdmx.org/2.1/sdmx-json-structure-schema.json"));

    private final String word;
    private final String syntax;
    private final String version;
    private final Destination destination;

    Format(String word, String syntax, String version, Destination destination) {
        this.word = word;
        this.syntax = syntax;
        this.version = version;
        this.destination = destination;
    }

    /** Makes a writer to a stream. */
    @FunctionalInterface
    private interface Destination {
        StructureWriter writer(OutputStream out) throws IOException;
    }

    StructureWriter writer(OutputStream out) throws IOException {
        return destination.writer(out);
    }

    String mediaType() {
        return "application/vnd.sdmx.structure+" + syntax + ";version=" + version;
    }

    /** {@code xml} or {@code json}. */
    String syntax() {
        return syntax;
    }

    /** Whether a version that a client names is this one: the whole or the beginning of it. */
    boolean hasVersion(String named) {
        return (version + ".").startsWith(named + ".");
    }

    /** What the parameter {@code format} calls it. */
    String word() {
        return word;
    }

    /** The format that the parameter {@code format} names. */
    static Optional<Format> find(String word) {
        return Stream.of(values()).filter(format -> format.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Format::word).toList();
    }

    static List<String> mediaTypes() {
        return Stream.of(values()).map(Format::mediaType).toList();
    }
}

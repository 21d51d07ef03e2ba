package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.stream.Stream;

/**
 * The formats in which something can be had.
 *
 * @param usual where the client has no wish
 * @param usualXml where the client wants XML, whichever
 */
record Offer<F extends MessageFormat>(F usual, F usualXml, List<F> all) {

    /** Those that are usual first. */
    Stream<F> preferred() {
        return Stream.concat(Stream.of(usualXml), all.stream());
    }

    List<String> words() {
        return all.stream().map(MessageFormat::word).toList();
    }

    List<String> mediaTypes() {
        return all.stream().map(MessageFormat::mediaType).toList();
    }
}

package org.undatacube.aggregation.sdmx;

import java.io.IOException;
import java.io.OutputStream;

/** A format of messages, of one kind of content. */
interface MessageFormat {
    /** The media type without parameters. */
    String type();

    String version();

    /** {@code xml}, {@code json} or {@code csv}. */
    String syntax();

    /** What the parameter {@code format} calls it. */
    String word();

    /**
     * Writes a problem in the format or, where that has no form for it, in SDMX-ML.
     *
     * @param ml of the interface by which was asked
     */
    void write(ErrorMessage message, MlVersion ml, OutputStream out) throws IOException;

    default String mediaType() {
        return type() + ";version=" + version();
    }

    /** Whether a version that a client names is this one: the whole or the beginning of it. */
    default boolean hasVersion(String named) {
        return (version() + ".").startsWith(named + ".");
    }
}

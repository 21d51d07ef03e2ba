package org.undatacube.registry.sdmx;

import java.io.IOException;

/** Writes one message in a format. */
interface StructureWriter {

    void write(StructureMessage message) throws IOException;

    void write(ErrorMessage message) throws IOException;
}

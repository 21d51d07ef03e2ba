package org.undatacube.aggregation.sdmx;

import java.io.IOException;
import java.io.OutputStream;

/** Writes data in one format, series by series as they are found. */
interface DataWriter {
    void write(DataMessage message, OutputStream out) throws IOException;
}

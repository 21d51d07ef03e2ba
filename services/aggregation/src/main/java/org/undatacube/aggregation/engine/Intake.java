package org.undatacube.aggregation.engine;

import java.io.IOException;
import java.util.function.Consumer;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.PublishedLine;

/** Where editions are taken in, one after the other. */
public interface Intake {
    /** What was taken in so far. */
    Catalogue catalogue();

    /**
     * Takes in the next edition: all of it or nothing.
     *
     * @throws IOException where its lines cannot be read to their end, or are not those that the edition announces
     */
    void takeIn(EditionChange change, Lines lines) throws IOException;

    /** An edition's lines, read once. */
    @FunctionalInterface
    interface Lines {
        void forEach(Consumer<PublishedLine> line) throws IOException;
    }
}

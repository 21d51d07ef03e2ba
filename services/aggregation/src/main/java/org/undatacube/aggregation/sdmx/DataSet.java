package org.undatacube.aggregation.sdmx;

import java.time.Instant;
import java.util.Iterator;

/**
 * Observations with what is to be done with them.
 *
 * @param validFrom since when they are as they are told; null where that is not said
 * @param validTo until when they were there that are deleted; null for others
 * @param series to be gone through once, before the next data set is looked for
 */
record DataSet(Action action, Instant validFrom, Instant validTo, Iterator<Series> series) {

    enum Action {
        INFORMATION("Information", "I"),
        REPLACE("Replace", "R"),
        DELETE("Delete", "D");

        private final String word;
        private final String letter;

        Action(String word, String letter) {
            this.word = word;
            this.letter = letter;
        }

        /** In SDMX-ML and SDMX-JSON. */
        String word() {
            return word;
        }

        /** In SDMX-CSV. */
        String letter() {
            return letter;
        }
    }
}

package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameter {@code detail}: how much is said of what is asked for, and how much of what comes with it. */
enum Detail {
    FULL("full", Amount.FULL, Amount.FULL),
    /** Differs from full where a code list is made of others, as none is here. */
    RAW("raw", Amount.FULL, Amount.FULL),
    ALL_STUBS("allstubs", Amount.STUB, Amount.STUB),
    ALL_COMPLETE_STUBS("allcompletestubs", Amount.COMPLETE_STUB, Amount.COMPLETE_STUB),
    REFERENCE_STUBS("referencestubs", Amount.FULL, Amount.STUB),
    REFERENCE_COMPLETE_STUBS("referencecompletestubs", Amount.FULL, Amount.COMPLETE_STUB),
    REFERENCE_PARTIAL("referencepartial", Amount.FULL, Amount.USED);

    private final String word;
    private final Amount asked;
    private final Amount referenced;

    Detail(String word, Amount asked, Amount referenced) {
        this.word = word;
        this.asked = asked;
        this.referenced = referenced;
    }

    Amount asked() {
        return asked;
    }

    Amount referenced() {
        return referenced;
    }

    static Optional<Detail> find(String word) {
        return Stream.of(values()).filter(detail -> detail.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(detail -> detail.word).toList();
    }
}

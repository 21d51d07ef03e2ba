package org.undatacube.contributions.submission;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether an amount was spent or planned. The code is the name. */
public enum Basis {
    /** Expenditure. */
    EXP,
    /** Budget. */
    BUD;

    public static Optional<Basis> find(String code) {
        return Stream.of(values()).filter(basis -> basis.name().equals(code)).findFirst();
    }
}

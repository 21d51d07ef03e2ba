package org.undatacube.aggregation.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of a member. The words are those of SDMX-CSV. */
public enum Labels {
    BOTH,
    ID,
    NAME;

    boolean withCodes() {
        return this != NAME;
    }

    boolean withNames() {
        return this != ID;
    }

    /** What it is called in {@code labels=}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Stream.of(values()).map(Labels::code).toList();
    }

    public static Optional<Labels> find(String code) {
        return Stream.of(values()).filter(labels -> labels.code().equals(code)).findFirst();
    }
}

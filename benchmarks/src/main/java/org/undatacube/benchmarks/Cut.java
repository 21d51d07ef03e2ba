package org.undatacube.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Lines that are shown under one of some members of a level. */
record Cut(Level level, List<String> members) {

    /** In the words of the API. */
    String text() {
        return level.dimension() + ":" + String.join(";", members);
    }

    String condition() {
        return level.column() + " in ("
                + members.stream()
                        .map(member -> level.isYear() ? member : "'" + member + "'")
                        .collect(Collectors.joining(", "))
                + ")";
    }
}

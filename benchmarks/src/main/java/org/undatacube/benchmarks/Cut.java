package org.undatacube.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Lines that are shown under one of some members that stand on a level: they are coded with it or below it. */
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

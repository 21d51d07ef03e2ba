package org.undatacube.aggregation.following;

import java.time.Duration;

/** How long to wait from one poll to the next: twice as long after each failure in a row, up to a limit. */
final class Pauses {
    private final Duration usual;
    private final Duration longest;
    private Duration last;

    Pauses(Duration usual, Duration longest) {
        this.usual = usual;
        this.longest = longest;
        this.last = usual;
    }

    Duration afterSuccess() {
        last = usual;
        return last;
    }

    Duration afterFailure() {
        Duration twice = last.multipliedBy(2);
        last = twice.compareTo(longest) < 0 ? twice : longest;
        return last;
    }
}

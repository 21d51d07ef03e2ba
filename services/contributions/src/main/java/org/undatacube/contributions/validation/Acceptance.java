package org.undatacube.contributions.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.Line;

/** What becomes of lines that were judged. */
public sealed interface Acceptance {
    /** Takes a line that nothing speaks against. */
    Consumer<Line> kept();

    /** All of them or none: lines are taken as long as nothing rejects one. */
    record Whole(Consumer<Line> kept) implements Acceptance {}

    /** The good ones; each of the others is refused alone. */
    record Partial(Consumer<Line> kept, Consumer<Refusal> refused) implements Acceptance {}

    /**
     * A line that rules reject.
     *
     * @param breakdown the name of the breakdown in which it stands
     * @param dollars its amount, where that could be read
     */
    record Refusal(StatedLine line, String breakdown, Optional<Amount> dollars, List<Finding> findings) {}
}

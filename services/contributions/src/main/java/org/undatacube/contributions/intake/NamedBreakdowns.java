package org.undatacube.contributions.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.BreakdownJudge.Label;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.SubmissionJudge;

/** The breakdowns of a body whose lines name theirs, in any order. */
final class NamedBreakdowns {
    private final SubmissionJudge judge;
    private final Map<String, Optional<BreakdownJudge>> open = new HashMap<>();

    NamedBreakdowns(SubmissionJudge judge) {
        this.judge = judge;
    }

    /**
     * Empty where there are too many.
     *
     * @param place where its name stands
     */
    Optional<BreakdownJudge> open(String name, Place place) {
        Optional<BreakdownJudge> known = open.get(name);
        if (known != null) {
            return known;
        }
        Optional<BreakdownJudge> opened = judge.open(new Label(name, place));
        // those beyond the most that there can be are not remembered: their names must not fill the memory
        opened.ifPresent(breakdown -> open.put(name, opened));
        return opened;
    }
}

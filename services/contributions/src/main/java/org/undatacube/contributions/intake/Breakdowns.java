package org.undatacube.contributions.intake;

import java.util.HashMap;
import java.util.Map;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.validation.Destination;

/** Where lines go: to the breakdown with the same dimensions, or else to a new one. */
final class Breakdowns implements Destination.Chooser {
    private final Map<DimensionSet, Destination> present;
    private long next;

    private Breakdowns(Map<DimensionSet, Destination> present, long first) {
        this.present = present;
        this.next = first;
    }

    /** @param first of 64 numbers for new breakdowns */
    static Breakdowns ofNone(long first) {
        return new Breakdowns(new HashMap<>(), first);
    }

    /**
     * @param lastLines the number of the last line of each breakdown
     * @param first of 64 numbers for new breakdowns
     */
    static Breakdowns of(Submission submission, Map<Long, Integer> lastLines, long first) {
        Map<DimensionSet, Destination> present = new HashMap<>();
        for (Breakdown breakdown : submission.breakdowns) {
            present.put(breakdown.dimensions(), new Destination(breakdown.id, lastLines.getOrDefault(breakdown.id, 0)));
        }
        return new Breakdowns(present, first);
    }

    @Override
    public Destination of(DimensionSet dimensions) {
        // each is given out once: a second breakdown with the same dimensions is refused in the end
        Destination destination = present.remove(dimensions);
        if (destination != null) {
            return destination;
        }
        Destination fresh = new Destination(next, 0);
        next++;
        return fresh;
    }
}

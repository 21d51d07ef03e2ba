package org.undatacube.contributions.validation;

import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Replaces;
import org.undatacube.contributions.submission.Submission;

/**
 * What a submission says about itself, judged. What is empty though it must be given has a finding; the lines are
 * judged all the same, by the rules that can do without it.
 *
 * @param source where the figures come from, or null
 * @param test whether it is to try things out
 */
public record Header(
        Optional<Code> entity,
        Optional<Integer> year,
        Optional<Flow> flow,
        Optional<Amount> controlTotal,
        Replaces replaces,
        String source,
        boolean test) {

    /** What a submission that is stored says about itself: its lines are judged by it. */
    public static Header of(Submission submission, Vocabulary vocabulary) {
        return new Header(
                vocabulary.list(Dimension.ENTITY).find(submission.entity),
                Optional.of(submission.year),
                Optional.of(submission.flow),
                submission.statedControlTotal(),
                submission.replaces,
                submission.source,
                submission.test);
    }
}

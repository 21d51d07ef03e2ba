package org.undatacube.contributions.intake;

import java.io.IOException;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.SubmissionJudge;

/** A submission in one of the formats in which it can be sent. */
sealed interface SubmissionBody extends AutoCloseable permits JsonBody, NdjsonBody, CsvBody, XlsxBody {
    /** Where it is read from. */
    SpooledBody source();

    /** What it says about itself, wherever in the body that stands. */
    StatedHeader header(Findings findings) throws IOException;

    /** Shows its lines to the judge, one after the other. */
    void lines(SubmissionJudge judge) throws IOException;

    /** Lets go of what it was unpacked into; the body itself is its owner's. */
    @Override
    default void close() {}
}

package org.undatacube.aggregation.export;

import java.io.IOException;
import java.io.OutputStream;
import org.undatacube.aggregation.answer.StreamedAnswer;

/** Writes answers in one form. */
@FunctionalInterface
interface AnswerForm {
    /** What is written is complete; the stream stays open. */
    void write(StreamedAnswer answer, Style style, OutputStream out) throws IOException;
}

package org.undatacube.changefeed;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.undatacube.codelists.Dimension;

/** One record of the stream at a time, read without making a text of each field. */
final class LineRecord extends AbstractBaseCsvCallbackHandler<LineRecord> {
    static final String END = "end";
    static final int FIRST_DIMENSION = 3;
    static final Dimension[] DIMENSIONS = Dimension.values();

    private final KnownTexts texts = new KnownTexts();
    private final Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
    private boolean isHeader = true;
    private boolean isEnd;
    private long breakdown;
    private long number;
    private BigDecimal amount;

    /** Whether the record is the last, which counts the lines. */
    boolean isEnd() {
        return isEnd;
    }

    boolean isHeader() {
        return isHeader;
    }

    /** The number of the line or, of the last record, how many lines there are. */
    long number() {
        return number;
    }

    PublishedLine line() throws IOException {
        if (getFieldCount() != FIRST_DIMENSION + DIMENSIONS.length) {
            throw new IOException(
                    "Line " + number + " of breakdown " + breakdown + " has " + getFieldCount() + " fields");
        }
        return new PublishedLine(breakdown, number, codes, amount);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        isHeader = startingLineNumber == 1;
        isEnd = false;
        amount = null;
        codes.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (isHeader || (isEnd && index > 1)) {
            return;
        }
        if (index == 0) {
            isEnd = END.contentEquals(CharBuffer.wrap(buffer, offset, length));
            breakdown = isEnd ? 0 : number(buffer, offset, length);
        } else if (index == 1) {
            number = number(buffer, offset, length);
        } else if (index == 2) {
            amount = new BigDecimal(buffer, offset, length);
        } else if (length > 0 && index < FIRST_DIMENSION + DIMENSIONS.length) {
            codes.put(DIMENSIONS[index - FIRST_DIMENSION], texts.of(buffer, offset, length));
        }
    }

    @Override
    protected LineRecord buildRecord() {
        return this;
    }

    private static long number(char[] buffer, int offset, int length) {
        return Long.parseLong(CharBuffer.wrap(buffer, offset, length), 0, length, 10);
    }
}

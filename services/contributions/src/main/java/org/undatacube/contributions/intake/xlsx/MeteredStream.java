package org.undatacube.contributions.intake.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** A part as it is unpacked: bounded as a whole and from one element to the next, and copied as far as it is read. */
final class MeteredStream extends FilterInputStream {
    /** More than any text that a cell can hold; what an XML reader keeps at a time is bounded by it. */
    private static final int MOST_AT_A_TIME = 1 << 20;

    private final OutputStream copy;
    private final Allowance allowance;
    private long sinceElement;

    /** How many bytes all parts of a workbook may have together. */
    static final class Allowance {
        private final long limit;
        private long taken;

        Allowance(long limit) {
            this.limit = limit;
        }

        private void take(int bytes) {
            taken += bytes;
            if (taken > limit) {
                throw new Problem(
                                CommonProblem.BODY_TOO_LARGE,
                                "The workbook has more bytes, unpacked, than the limit of " + limit + ".")
                        .with("limit", limit);
            }
        }
    }

    MeteredStream(InputStream part, OutputStream copy, Allowance allowance) {
        super(part);
        this.copy = copy;
        this.allowance = allowance;
    }

    /** To be called with each thing that a reader has found. */
    void next() {
        sinceElement = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            allowance.take(read);
            sinceElement += read;
            if (sinceElement > MOST_AT_A_TIME) {
                throw new Problem(
                                CommonProblem.BODY_TOO_LARGE,
                                "A single tag or text of the workbook has more than " + MOST_AT_A_TIME + " bytes.")
                        .with("limit", MOST_AT_A_TIME);
            }
            copy.write(buffer, offset, read);
        }
        return read;
    }

    /** The next part follows in the same stream. */
    @Override
    public void close() {}
}

package org.undatacube.contributions.upload;

import java.io.IOException;
import java.io.InputStream;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.http.Problem;

/** A request's bytes in pieces. What came before its connection broke counts. */
final class ArrivingPieces {
    private static final int MOST = 1 << 20;

    private final InputStream in;
    private final byte[] bytes = new byte[MOST];
    private IOException broken;
    private boolean ended;

    ArrivingPieces(InputStream in) {
        this.in = in;
    }

    /** Reads the next piece, which is full unless it is the last; gives its length, 0 where there is none. */
    int next() {
        int length = 0;
        try {
            while (length < MOST && !ended) {
                int read = in.read(bytes, length, MOST - length);
                ended = read < 0;
                length += Math.max(0, read);
            }
        } catch (IOException e) {
            broken = e;
            ended = true;
        }
        return length;
    }

    /** The piece, from the beginning of the array. */
    byte[] bytes() {
        return bytes;
    }

    /** @throws Problem (400) where the connection broke */
    void requireEnd() {
        if (broken != null) {
            throw new Problem(
                    ContributionProblem.BODY_CUT_SHORT,
                    "The body ended before it was complete; go on from there.",
                    broken);
        }
    }
}

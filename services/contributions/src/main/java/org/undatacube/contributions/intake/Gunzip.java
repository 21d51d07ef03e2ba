package org.undatacube.contributions.intake;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Unpacks compressed bodies as they are read. How much comes out is for the reader to bound. The server's own unpacking
 * stays off: it would do it before anybody is asked who he is.
 */
final class Gunzip {
    private Gunzip() {}

    /**
     * @param encoding the request's Content-Encoding, or null
     * @throws Problem (415) where it is another than gzip
     */
    static InputStream unpack(InputStream body, String encoding) {
        if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
            return body;
        }
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        if (!name.equals("gzip") && !name.equals("x-gzip")) {
            throw new Problem(
                            CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                            "The body's Content-Encoding is not one that this address unpacks.")
                    .with("contentEncoding", encoding)
                    .with("expected", "gzip");
        }
        return new Unpacked(body);
    }

    /** What comes out. Nothing is read, not even the first bytes, before somebody asks for them. */
    private static final class Unpacked extends FilterInputStream {
        private boolean begun;

        Unpacked(InputStream body) {
            super(new Packed(body));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                if (!begun) {
                    begun = true;
                    // all members of it: several files glued together are one
                    in = GzipCompressorInputStream.builder()
                            .setInputStream(in)
                            .setDecompressConcatenated(true)
                            .get();
                }
                return in.read(buffer, offset, length);
            } catch (EOFException e) {
                throw cutShort(e);
            } catch (IOException e) {
                throw new Problem(
                        CommonProblem.MALFORMED_BODY, "The body is not gzip, as its Content-Encoding says.", e);
            }
        }
    }

    /** What goes in. Its own failures are not those of the unpacking. */
    private static final class Packed extends FilterInputStream {
        Packed(InputStream body) {
            super(body);
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException e) {
                throw cutShort(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw cutShort(e);
            }
        }
    }

    private static Problem cutShort(IOException e) {
        return new Problem(ContributionProblem.BODY_CUT_SHORT, "The body ended before it was complete.", e);
    }
}

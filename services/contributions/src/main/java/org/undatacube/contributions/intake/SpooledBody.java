package org.undatacube.contributions.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.audit.CanonicalJson;
import org.undatacube.contributions.job.Progress;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * A request's body put aside in a temporary file, so that it can be read twice (the header may follow the lines) and
 * nothing waits for the sender while a transaction is open.
 */
final class SpooledBody implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final MessageDigest hash = CanonicalJson.sha256();
    private final Progress progress = new Progress();
    private byte[] hashed;
    private long length;

    private SpooledBody(FileChannel file) {
        this.file = file;
    }

    /**
     * Reads the whole body.
     *
     * @throws Problem (413) where it is longer than the limit, (400) where it is cut short
     */
    static SpooledBody of(InputStream body, long limit) {
        SpooledBody spooled = new SpooledBody(namelessFile());
        try {
            spooled.fill(body, limit);
            spooled.hashed = spooled.hash.digest();
            return spooled;
        } catch (IOException e) {
            spooled.close();
            throw new Problem(CommonProblem.UNAVAILABLE, "There is no room to put the body aside.", e);
        } catch (RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    /** The body from its beginning; one reading must end before the next begins. */
    InputStream open() throws IOException {
        file.position(0);
        progress.restart();
        return new BufferedInputStream(new Reading(Channels.newInputStream(file)), BUFFER);
    }

    /** How far the present reading has come; it ends where this is cancelled. */
    Progress progress() {
        return progress;
    }

    long length() {
        return length;
    }

    /** SHA-256 of the whole body. */
    byte[] hash() {
        return hashed.clone();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(InputStream body, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
            length += read;
            if (length > limit) {
                throw new Problem(
                                CommonProblem.BODY_TOO_LARGE,
                                "The body has more bytes than the limit of " + limit + ".")
                        .with("limit", limit);
            }
            hash.update(buffer, 0, read);
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new Problem(ContributionProblem.BODY_CUT_SHORT, "The body ended before it was complete.", e);
        }
    }

    /** Closing a reading leaves the file open for the next. */
    private final class Reading extends FilterInputStream {
        Reading(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int most) throws IOException {
            int read = super.read(bytes, offset, most);
            if (read > 0) {
                progress.read(read);
            }
            return read;
        }

        @Override
        public void close() {}
    }

    private static FileChannel namelessFile() {
        try {
            return NamelessFile.open();
        } catch (IOException e) {
            throw new Problem(CommonProblem.UNAVAILABLE, "There is no room to put the body aside.", e);
        }
    }
}

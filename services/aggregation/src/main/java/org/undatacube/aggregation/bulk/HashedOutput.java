package org.undatacube.aggregation.bulk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts what is written, and hashes it. Closing it leaves what is behind it open. */
final class HashedOutput extends FilterOutputStream {
    private final MessageDigest digest = sha256();
    private long count;

    HashedOutput(OutputStream out) {
        super(out);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a file that is there. */
    static HashedOutput of(Path file) throws IOException {
        HashedOutput output = new HashedOutput(OutputStream.nullOutputStream());
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(output);
        }
        return output;
    }

    long count() {
        return count;
    }

    /** In hexadecimal digits; to be asked once, at the end. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void write(int next) throws IOException {
        out.write(next);
        digest.update((byte) next);
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        count += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}

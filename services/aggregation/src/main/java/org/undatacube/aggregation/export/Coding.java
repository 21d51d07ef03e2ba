package org.undatacube.aggregation.export;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** How the bytes of an answer travel (RFC 9110, content codings). */
public enum Coding {
    ZSTD {
        @Override
        public OutputStream encoding(OutputStream out) throws IOException {
            return new ZstdOutputStream(out, ZSTD_LEVEL);
        }

        @Override
        public byte[] encode(byte[] plain) {
            return Zstd.compress(plain, ZSTD_LEVEL);
        }
    },
    GZIP {
        @Override
        public OutputStream encoding(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, GZIP_BUFFER, true);
        }
    },
    IDENTITY {
        @Override
        public OutputStream encoding(OutputStream out) {
            return out;
        }

        @Override
        public byte[] encode(byte[] plain) {
            return plain;
        }
    };

    private static final int ZSTD_LEVEL = 3;
    private static final int GZIP_BUFFER = 8_192;

    /** As {@code Accept-Encoding} and {@code Content-Encoding} name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Encodes what is written to it; what is flushed can be decoded. Closing it closes the other stream too. */
    public abstract OutputStream encoding(OutputStream out) throws IOException;

    public byte[] encode(byte[] plain) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(plain.length / 4);
        try (OutputStream out = encoding(encoded)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }
}

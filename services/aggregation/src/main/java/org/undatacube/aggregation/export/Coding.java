package org.undatacube.aggregation.export;

import com.github.luben.zstd.Zstd;
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
        public byte[] encode(byte[] plain) {
            return Zstd.compress(plain, ZSTD_LEVEL);
        }
    },
    GZIP {
        @Override
        public byte[] encode(byte[] plain) {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream(plain.length / 4);
            try (OutputStream out = new GZIPOutputStream(encoded)) {
                out.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return encoded.toByteArray();
        }
    },
    IDENTITY {
        @Override
        public byte[] encode(byte[] plain) {
            return plain;
        }
    };

    private static final int ZSTD_LEVEL = 3;

    /** As {@code Accept-Encoding} and {@code Content-Encoding} name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public abstract byte[] encode(byte[] plain);
}

package org.undatacube.contributions.intake.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings that are taken. UTF-16, which spreadsheets call "Unicode text", only with its byte-order mark. */
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

    private static final int LONGEST_MARK = 3;

    private final Charset charset;
    private final int[] mark;

    TextEncoding(Charset charset, int... mark) {
        this.charset = charset;
        this.mark = mark;
    }

    /** What the beginning of a text says; UTF-8 where it says nothing. */
    static TextEncoding of(InputStream text) throws IOException {
        byte[] start = text.readNBytes(LONGEST_MARK);
        for (TextEncoding encoding : values()) {
            if (encoding.marks(start)) {
                return encoding;
            }
        }
        return UTF_8;
    }

    /**
     * Reads a text in this encoding, without its byte-order mark. Bytes that are not of the encoding end the reading
     * with a {@link java.nio.charset.CharacterCodingException}: a file in another one must be refused, not read with
     * other letters than its sender wrote.
     */
    Reader open(InputStream text) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(text);
        bytes.mark(LONGEST_MARK);
        byte[] start = bytes.readNBytes(mark.length);
        if (!marks(start)) {
            bytes.reset();
        }
        return new BufferedReader(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Its name as IANA has it. */
    String title() {
        return charset.name();
    }

    private boolean marks(byte[] start) {
        if (start.length < mark.length) {
            return false;
        }
        for (int index = 0; index < mark.length; index++) {
            if (Byte.toUnsignedInt(start[index]) != mark[index]) {
                return false;
            }
        }
        return true;
    }
}

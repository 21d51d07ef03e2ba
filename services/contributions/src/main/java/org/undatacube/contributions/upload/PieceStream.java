package org.undatacube.contributions.upload;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Optional;

/** The bytes of an upload, of which one piece at a time is held. */
final class PieceStream extends InputStream {
    private static final int END = -1;

    private final UploadStore store;
    private final StoredUpload upload;
    private byte[] piece = {};
    private int position;
    private long next;

    PieceStream(UploadStore store, StoredUpload upload) {
        this.store = store;
        this.upload = upload;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == END ? END : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        if (position == piece.length && !fill()) {
            return END;
        }
        int length = Math.min(most, piece.length - position);
        System.arraycopy(piece, position, bytes, offset, length);
        position += length;
        return length;
    }

    private boolean fill() throws IOException {
        if (next == upload.received()) {
            return false;
        }
        try {
            Optional<byte[]> bytes = store.piece(upload.id(), next);
            piece = bytes.orElseThrow(() -> new IOException("The upload is gone"));
        } catch (SQLException e) {
            throw new IOException("The upload could not be read", e);
        }
        position = 0;
        next += piece.length;
        return true;
    }
}

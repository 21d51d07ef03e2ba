package org.undatacube.contributions.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.undatacube.codelists.Dimension;

/**
 * Lines on their way into the store by PostgreSQL's COPY, within the transaction that opened it. While it is open the
 * transaction can do nothing else.
 */
public final class LineCopy implements AutoCloseable {
    private static final String COPY = """
            copy line (breakdown, line, entity, function, location, instrument, sdg, contributor, gem, amount_usd,
                original_amount, original_currency, original_rate, basis, line_id, note,
                split_line, split_amount, split_percent) from stdin""";
    private static final Dimension[] DIMENSIONS = Dimension.values();
    private static final int BUFFER = 1 << 16;

    /** Characters to send at a time: many short writes take longer than the lines themselves. */
    private static final int ENOUGH = 1 << 14;

    private final Connection connection;
    private final PGCopyOutputStream copy;
    private final StringBuilder rows = new StringBuilder();

    LineCopy(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER);
    }

    public void write(Line line) {
        rows.append(line.breakdown()).append('\t').append(line.number());
        for (Dimension dimension : DIMENSIONS) {
            append(line.codes().get(dimension));
        }
        append(line.dollars().digits());
        append(line.original());
        append(line.basis() == null ? null : line.basis().name());
        append(line.lineId());
        append(line.note());
        append(line.split());
        rows.append('\n');
        if (rows.length() > ENOUGH) {
            send();
        }
    }

    /** Ends the copy; the lines are in the store once the transaction commits. */
    public void finish() throws IOException {
        send();
        copy.close();
    }

    /** Gives the connection back; lines of a copy that was not finished are gone. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send() {
        try {
            copy.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.setLength(0);
    }

    private void append(Line.Original original) {
        append(original == null ? null : original.amount().digits());
        append(original == null ? null : original.currency());
        append(original == null ? null : original.unitsPerUsd().toPlainString());
    }

    private void append(Line.Split split) {
        append(split == null ? null : Integer.toString(split.firstLine()));
        append(split == null ? null : split.whole().digits());
        append(split == null ? null : split.percent().toPlainString());
    }

    private void append(String value) {
        rows.append('\t');
        CopyRow.append(value, rows);
    }
}

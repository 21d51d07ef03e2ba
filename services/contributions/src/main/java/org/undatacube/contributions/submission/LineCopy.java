package org.undatacube.contributions.submission;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
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

    private final Connection connection;
    private final PGCopyOutputStream copy;
    private final Writer utf8;
    private final StringBuilder row = new StringBuilder();

    LineCopy(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER);
        this.utf8 = new OutputStreamWriter(copy, StandardCharsets.UTF_8);
    }

    public void write(Line line) {
        row.setLength(0);
        row.append(line.breakdown()).append('\t').append(line.number());
        for (Dimension dimension : DIMENSIONS) {
            append(line.codes().get(dimension));
        }
        append(line.dollars().digits());
        append(line.original());
        append(line.basis() == null ? null : line.basis().name());
        append(line.lineId());
        append(line.note());
        append(line.split());
        row.append('\n');
        try {
            utf8.append(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the copy; the lines are in the store once the transaction commits. */
    public void finish() throws IOException {
        utf8.close();
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
        row.append('\t');
        if (value == null) {
            row.append("\\N");
            return;
        }
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                default -> row.append(character);
            }
        }
    }
}

package org.undatacube.contributions.submission;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.submission.LineStore.LineReader;

/**
 * Lines on their way out of the store by PostgreSQL's COPY: the server prepares the next ones while these are taken.
 * Until all of a breakdown are read the transaction can do nothing else.
 */
final class LineRows {
    private static final String COPY = """
            copy (select breakdown, line, entity, function, location, instrument, sdg, contributor, gem, amount_usd,
                original_amount, original_currency, original_rate, basis, line_id, note,
                split_line, split_amount, split_percent
                from line where breakdown = %d order by line) to stdout""";
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final PGConnection connection;
    private byte[] row;
    private int next;

    LineRows(PGConnection connection) {
        this.connection = connection;
    }

    /** The lines of a breakdown by number. */
    void read(long breakdown, LineReader reader) throws SQLException, IOException {
        CopyOut copy = connection.getCopyAPI().copyOut(COPY.formatted(breakdown));
        try {
            for (row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                next = 0;
                reader.accept(line());
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private Line line() {
        long breakdown = Long.parseLong(text());
        int number = Integer.parseInt(text());
        Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
        for (Dimension dimension : DIMENSIONS) {
            String code = text();
            if (code != null) {
                codes.put(dimension, code);
            }
        }
        Amount dollars = Amount.of(text());
        String amount = text();
        String currency = text();
        String unitsPerUsd = text();
        Line.Original original = amount == null
                ? null
                : new Line.Original(
                        Amount.of(amount), currency, unitsPerUsd == null ? null : new BigDecimal(unitsPerUsd));
        String basis = text();
        return new Line(
                breakdown,
                number,
                codes,
                dollars,
                original,
                basis == null ? null : Basis.valueOf(basis),
                text(),
                text(),
                split());
    }

    private Line.Split split() {
        String firstLine = text();
        String whole = text();
        String percent = text();
        return firstLine == null
                ? null
                : new Line.Split(Integer.parseInt(firstLine), Amount.of(whole), new BigDecimal(percent));
    }

    /** The row's next field, of COPY's text format; null where the database has null. */
    private String text() {
        int begin = next;
        boolean escaped = false;
        // a tab or line feed that belongs to a field is escaped
        while (row[next] != '\t' && row[next] != '\n') {
            escaped |= row[next] == '\\';
            next++;
        }
        String field = new String(row, begin, next - begin, StandardCharsets.UTF_8);
        next++;
        return escaped ? unescaped(field) : field;
    }

    private static String unescaped(String field) {
        if (field.equals("\\N")) {
            return null;
        }
        StringBuilder text = new StringBuilder(field.length());
        for (int index = 0; index < field.length(); index++) {
            char character = field.charAt(index);
            if (character == '\\') {
                index++;
                character = switch (field.charAt(index)) {
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'v' -> '\u000B';
                    default -> field.charAt(index);
                };
            }
            text.append(character);
        }
        return text.toString();
    }
}

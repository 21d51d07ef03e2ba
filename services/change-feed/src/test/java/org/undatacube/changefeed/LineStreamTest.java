package org.undatacube.changefeed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.changefeed.LineStream.LineWriter;
import org.undatacube.codelists.Dimension;

class LineStreamTest {
    private static final List<PublishedLine> LINES = List.of(
            new PublishedLine(
                    7,
                    1,
                    Map.of(Dimension.ENTITY, "UN Tourism", Dimension.LOCATION, "G&I"),
                    new BigDecimal("-0.123456789")),
            new PublishedLine(
                    7, 2, Map.of(Dimension.ENTITY, "UN, \"quoted\""), new BigDecimal("12345678901234567890.10")));

    @Test
    void readsWhatWasWrittenDigitForDigit() throws IOException {
        List<PublishedLine> read = new ArrayList<>();

        long count = LineStream.read(new ByteArrayInputStream(written()), read::add);

        assertEquals(LINES, read);
        assertEquals(2, count);
    }

    @Test
    void noticesAStreamThatWasCutBetweenTwoLines() throws IOException {
        String whole = new String(written(), StandardCharsets.UTF_8);
        String cut = whole.substring(0, whole.indexOf("end"));

        assertThrows(
                IOException.class,
                () -> LineStream.read(new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)), line -> {}));
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LineWriter writer = new LineWriter(out)) {
            LINES.forEach(writer::write);
        }
        return out.toByteArray();
    }
}

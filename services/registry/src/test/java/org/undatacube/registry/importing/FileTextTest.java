package org.undatacube.registry.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.http.Problem;

class FileTextTest {

    @Test
    void utf8IsRead() {
        assertEquals("Curaçao 发展 🌍", FileText.of("Curaçao 发展 🌍".getBytes(StandardCharsets.UTF_8)));
        assertEquals("\"NAME\"", FileText.of("\uFEFF\"NAME\"".getBytes(StandardCharsets.UTF_8)));
        assertEquals("", FileText.of(new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "1, Curaçao, Curaçao",
        "2, 'NAME\nCuraçao,CW\nAruba,AW', 'Curaçao,CW'",
        "3, 'NAME\r\nAruba,AW\r\nCuraçao,CW', 'Curaçao,CW'"
    })
    void anotherEncodingIsNamedWithTheLineThatShowsIt(long line, String text, String shown) {
        Problem problem =
                assertThrows(Problem.class, () -> FileText.of(text.getBytes(Charset.forName("windows-1252"))));

        assertEquals(
                "The file is not in UTF-8: see line " + line + ", which read as Windows-1252 is \"" + shown
                        + "\". Save it as CSV in UTF-8.",
                problem.getMessage());
    }

    @Test
    void whatIsNoTextIsCalledByItsName() {
        assertEquals(
                "The file is text in UTF-16. Save it as CSV in UTF-8.",
                refusal("\uFEFFNAME", StandardCharsets.UTF_16LE));
        assertEquals(
                "The file is a workbook (XLSX) or another ZIP archive. Save it as CSV in UTF-8.",
                refusal("PK\u0003\u0004", StandardCharsets.US_ASCII));
    }

    private static String refusal(String text, Charset encoding) {
        return assertThrows(Problem.class, () -> FileText.of(text.getBytes(encoding)))
                .getMessage();
    }
}

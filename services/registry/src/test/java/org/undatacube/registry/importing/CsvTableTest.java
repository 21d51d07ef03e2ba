package org.undatacube.registry.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Problem;

class CsvTableTest {
    private static final List<FileColumn> COLUMNS =
            List.of(new FileColumn("Code", true, ""), new FileColumn("Name", false, ""));

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void fieldsMayBeSeparatedInThreeWays(String separator) {
        String file = "\"code\"|NAME|More, and; more\r\nA| \"B, C; D\"|x\r\n"
                .replace("| ", "|")
                .replace("|", separator);

        CsvTable.Row row = CsvTable.read(file, COLUMNS, false).rows().get(0);

        assertEquals("A", row.field("Code"));
        assertEquals("B, C; D", row.field("Name"));
        assertEquals(2, row.line());
    }

    @Test
    void aRowKnowsTheLineOnWhichItBegins() {
        List<CsvTable.Row> rows = CsvTable.read("Code,Name\nA,\"one\ntwo\"\n\nB,x\nC\nD,y,z\n,\n", COLUMNS, true)
                .rows();

        assertEquals(
                List.of(2L, 5L, 6L, 7L, 8L),
                rows.stream().map(CsvTable.Row::line).toList());
        assertEquals(
                List.of(0, 0, -1, 1, 0),
                rows.stream().map(CsvTable.Row::surplus).toList());
        assertEquals("one two", rows.get(0).field("Name"));
        assertEquals(Optional.of("one\ntwo"), rows.get(0).find("Name"));
        assertTrue(rows.get(4).isBlank());
        assertFalse(rows.get(3).isBlank());
    }

    @Test
    void aColumnThatIsNotThereSaysNothing() {
        CsvTable.Row row = CsvTable.read("Code\nA\n", COLUMNS, true).rows().get(0);

        assertEquals(Optional.empty(), row.find("Name"));
        assertEquals("", row.field("Name"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Name\nx\n', The header row has no column Code.",
        "'', The header row has no column Code.",
        "'Code,Name,code\nx,y,z\n', The header row has the column Code twice.",
        "'Code,Nmae\nx,y\n', The format has no column nmae.",
        "'Code,\nx,y\n', The header row has a column without a name.",
        "'Code,Name\nx,y\n\"x,y\n', 'The file is not well-formed CSV: a quotation mark is not closed, or text follows it in"
                + " the row that begins on line 3.'"
    })
    void whatIsNotTheFormatIsRefused(String file, String message) {
        assertEquals(
                message,
                assertThrows(Problem.class, () -> CsvTable.read(file, COLUMNS, true))
                        .getMessage());
    }
}

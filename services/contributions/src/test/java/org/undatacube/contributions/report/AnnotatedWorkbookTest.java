package org.undatacube.contributions.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.Severity;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

class AnnotatedWorkbookTest {

    @Test
    void commentsTheCellsAndLeavesTheirValues() throws IOException {
        try (XSSFWorkbook annotated = annotate(
                finding("Lines!B3", "UNKNOWN-CODE", "No SDG has the code 5.99."),
                finding("Lines!B3", "ALIAS-TAKEN", "Taken as 5.9."),
                finding("'More lines'!A1", "FIELD-MISSING", "No column is called amount."))) {
            Sheet lines = annotated.getSheet("Lines");
            assertEquals(
                    "REJECT UNKNOWN-CODE: No SDG has the code 5.99. Right: 5.9\n"
                            + "REJECT ALIAS-TAKEN: Taken as 5.9. Right: 5.9",
                    lines.getCellComment(new CellAddress("B3")).getString().getString());
            assertEquals("5.99", lines.getRow(2).getCell(1).getStringCellValue());
            assertNull(lines.getCellComment(new CellAddress("B2")));
            assertTrue(annotated
                    .getSheet("More lines")
                    .getCellComment(new CellAddress("A1"))
                    .getString()
                    .getString()
                    .contains("No column is called amount."));
            assertNull(annotated.getSheet("Findings"));
        }
    }

    @Test
    void keepsWhatSomebodyWroteIntoAComment() throws IOException {
        byte[] once = bytes(finding("Lines!B3", "UNKNOWN-CODE", "First."));

        try (XSSFWorkbook twice = annotate(once, finding("Lines!B3", "UNKNOWN-CODE", "Second."))) {
            String comment = twice.getSheet("Lines")
                    .getCellComment(new CellAddress("B3"))
                    .getString()
                    .getString();
            assertTrue(comment.contains("First.") && comment.contains("Second."), comment);
        }
    }

    @Test
    void listsWhatIsAboutNoCellAsTextThatIsNoFormula() throws IOException {
        try (XSSFWorkbook annotated =
                annotate(finding(null, "CONTROL-TOTAL-EXCEEDED", "=1+1"), finding("Elsewhere!A1", "NO-LINES", "x"))) {
            Sheet findings = annotated.getSheet("Findings");
            assertEquals(2, findings.getLastRowNum());
            assertEquals("CONTROL-TOTAL-EXCEEDED", findings.getRow(1).getCell(1).getStringCellValue());
            assertEquals(CellType.STRING, findings.getRow(1).getCell(5).getCellType());
            assertEquals("=1+1", findings.getRow(1).getCell(5).getStringCellValue());
        }
    }

    @Test
    void commentsAsManyCellsAsAreAllowedAndListsTheRest() throws IOException {
        Finding[] findings = new Finding[AnnotatedWorkbook.MOST_COMMENTS + 1];
        for (int index = 0; index < findings.length; index++) {
            findings[index] = finding("Lines!A" + (index + 1), "UNKNOWN-CODE", "x");
        }
        try (XSSFWorkbook annotated = annotate(findings)) {
            assertEquals(
                    AnnotatedWorkbook.MOST_COMMENTS,
                    annotated.getSheet("Lines").getCellComments().size());
            assertEquals(1, annotated.getSheet("Findings").getLastRowNum());
        }
    }

    @Test
    void takesWorkbooksThatTheLibraryOfTheTemplatesWrote() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(template, "test", "1.0")) {
            workbook.newWorksheet("By place").value(2, 0, "E99");
        }

        try (XSSFWorkbook annotated =
                annotate(template.toByteArray(), finding("'By place'!A3", "UNKNOWN-CODE", "No such function."))) {
            assertTrue(annotated
                    .getSheet("By place")
                    .getCellComment(new CellAddress("A3"))
                    .getString()
                    .getString()
                    .contains("No such function."));
        }
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        assertEquals(CommonProblem.MALFORMED_BODY, refusal(new byte[] {1, 2, 3}));
        assertEquals(CommonProblem.MALFORMED_BODY, refusal(new byte[0]));
    }

    @Test
    void refusesFilesThatUnpackToMoreThanTheMemoryHolds() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (long written = 0; written <= AnnotatedWorkbook.LARGEST_UNPACKED; written += zeros.length) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertEquals(CommonProblem.BODY_TOO_LARGE, refusal(bomb.toByteArray()));
        assertEquals(CommonProblem.BODY_TOO_LARGE, refusal(new byte[AnnotatedWorkbook.LARGEST_FILE + 1]));
    }

    private static Object refusal(byte[] file) {
        return assertThrows(Problem.class, () -> AnnotatedWorkbook.open(file)).type();
    }

    private static XSSFWorkbook annotate(Finding... findings) throws IOException {
        return annotate(workbook(), findings);
    }

    private static XSSFWorkbook annotate(byte[] workbook, Finding... findings) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(workbook, findings)));
    }

    private static byte[] bytes(Finding... findings) throws IOException {
        return bytes(workbook(), findings);
    }

    private static byte[] bytes(byte[] workbook, Finding... findings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AnnotatedWorkbook annotated = AnnotatedWorkbook.open(workbook)) {
            List.of(findings).forEach(annotated::add);
            annotated.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet lines = workbook.createSheet("Lines");
            lines.createRow(2).createCell(1).setCellValue("5.99");
            workbook.createSheet("More lines");
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private static Finding finding(String cell, String rule, String message) {
        return new Finding(1L, rule, Severity.REJECT, 3L, "sdg", cell, "5.99", message, "5.9", null, null, null, null);
    }
}

package org.undatacube.contributions.report;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * An XLSX workbook with findings as comments in the cells that they are about; those about none, and those beyond the most
 * comments, are on a sheet of their own. The whole workbook is in memory, so that its size is limited.
 */
final class AnnotatedWorkbook implements Closeable {
    /** Of the file, in bytes. */
    static final int LARGEST_FILE = 4 << 20;

    /** Of all parts of the file together, unpacked, in bytes; in memory a workbook takes several times as much. */
    static final long LARGEST_UNPACKED = 32L << 20;

    /** The library takes time with the square of their number. */
    static final int MOST_COMMENTS = 1_000;

    private static final int MOST_LISTED = 5_000;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int COMMENT_COLUMNS = 4;
    private static final int COMMENT_ROWS = 6;
    private static final int BUFFER = 1 << 16;
    private static final String AUTHOR = "UN data cube";
    private static final List<String> HEADER =
            List.of("severity", "rule", "row", "field", "value", "message", "expected");
    private static final Pattern CELL = Pattern.compile(".+![A-Z]{1,3}[0-9]{1,7}");

    private final XSSFWorkbook workbook;
    private final Map<Place, StringBuilder> comments = new LinkedHashMap<>();
    private final List<Finding> others = new ArrayList<>();

    private record Place(Sheet sheet, CellAddress cell) {}

    private AnnotatedWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** @throws Problem (413) where it is too large, (400) where it is no workbook */
    static AnnotatedWorkbook open(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw tooLarge("The workbook has more than " + LARGEST_FILE + " bytes.");
        }
        try {
            requireNoBomb(file);
            return new AnnotatedWorkbook(new XSSFWorkbook(new ByteArrayInputStream(file)));
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the library throws exceptions of many kinds at files that are no workbooks
            throw new Problem(CommonProblem.MALFORMED_BODY, "This is not an XLSX workbook.", e);
        }
    }

    /** @param finding whose pointer is a cell such as {@code Lines!C7}, if it is about a cell */
    void add(Finding finding) {
        Optional<Place> place = place(finding);
        if (place.isPresent() && (comments.containsKey(place.get()) || comments.size() < MOST_COMMENTS)) {
            StringBuilder comment = comments.computeIfAbsent(place.get(), first -> new StringBuilder());
            if (comment.length() < LONGEST_COMMENT) {
                comment.append(comment.length() == 0 ? "" : "\n").append(words(finding));
            }
        } else if (others.size() < MOST_LISTED) {
            others.add(finding);
        }
    }

    void write(OutputStream out) throws IOException {
        comments.forEach((place, words) -> comment(place, words.toString()));
        if (!others.isEmpty()) {
            list();
        }
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /**
     * Unpacks it once without keeping anything, as sizes that a file states of itself prove nothing. It is read as the library
     * reads it: the JDK's reader refuses files of other libraries, among them that by which templates are written.
     */
    private static void requireNoBomb(byte[] file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED) {
                        throw tooLarge("The workbook unpacks to more than " + LARGEST_UNPACKED + " bytes.");
                    }
                }
            }
        }
    }

    private Optional<Place> place(Finding finding) {
        if (finding.pointer() == null || !CELL.matcher(finding.pointer()).matches()) {
            return Optional.empty();
        }
        CellReference cell = new CellReference(finding.pointer());
        Sheet sheet = workbook.getSheet(cell.getSheetName());
        return Optional.ofNullable(sheet).map(found -> new Place(found, new CellAddress(cell)));
    }

    /** What somebody wrote into a comment of the cell stays. */
    private void comment(Place place, String words) {
        Comment before = place.sheet().getCellComment(place.cell());
        String kept = before == null ? "" : before.getString().getString() + "\n\n";
        if (before != null) {
            place.sheet()
                    .getRow(place.cell().getRow())
                    .getCell(place.cell().getColumn())
                    .removeCellComment();
        }
        CreationHelper helper = workbook.getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(place.cell().getColumn() + 1);
        anchor.setCol2(place.cell().getColumn() + 1 + COMMENT_COLUMNS);
        anchor.setRow1(place.cell().getRow());
        anchor.setRow2(place.cell().getRow() + COMMENT_ROWS);
        Comment comment = place.sheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setAddress(place.cell());
        comment.setAuthor(AUTHOR);
        comment.setString(helper.createRichTextString(kept + words));
    }

    private void list() {
        String name = WorkbookUtil.createSafeSheetName("Findings");
        Sheet sheet = workbook.getSheet(name) == null ? workbook.createSheet(name) : workbook.createSheet();
        write(sheet.createRow(0), HEADER);
        for (Finding finding : others) {
            List<String> cells = new ArrayList<>();
            cells.add(finding.severity().code());
            cells.add(finding.rule());
            cells.add(finding.row() == null ? "" : finding.row().toString());
            cells.add(finding.field());
            cells.add(finding.value());
            cells.add(finding.message());
            cells.add(finding.expected());
            write(sheet.createRow(sheet.getLastRowNum() + 1), cells);
        }
    }

    /** As text, which is never taken for a formula. */
    private static void write(Row row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            row.createCell(column).setCellValue(cells.get(column) == null ? "" : cells.get(column));
        }
    }

    private static String words(Finding finding) {
        String right = finding.expected() == null ? "" : " Right: " + finding.expected();
        return finding.severity() + " " + finding.rule() + ": " + finding.message() + right;
    }

    private static Problem tooLarge(String detail) {
        return new Problem(CommonProblem.BODY_TOO_LARGE, detail).with("limit", LARGEST_FILE);
    }
}

package org.undatacube.contributions.intake.xlsx;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.undatacube.contributions.intake.xlsx.MeteredStream.Allowance;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Copies a workbook part by part, each checked on its way. So what is read later is what was checked, whatever the
 * directory at the end of the packed file says; pictures, macros and whatever else is not XML stay behind.
 *
 * @param withStyles whether there are styles, without which no cell is a date
 */
record CheckedCopy(Path file, boolean withStyles) {
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int BUFFER = 1 << 14;
    private static final int OLD_FORMAT = 0xD0;

    /** @throws Problem (400, 413) where it is not a workbook, or one that nobody would write */
    static CheckedCopy of(InputStream packed, long limit) throws IOException {
        Path file = Files.createTempFile("submission-", ".xlsx");
        try {
            return new CheckedCopy(file, copy(packed, file, new Allowance(limit)));
        } catch (ZipException | IllegalArgumentException e) {
            Files.delete(file);
            throw notAWorkbook("it is not a sound ZIP file: " + e.getMessage(), e);
        } catch (EOFException e) {
            Files.delete(file);
            throw notAWorkbook("it ends before it is complete", e);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    private static boolean copy(InputStream packed, Path file, Allowance allowance) throws IOException {
        boolean withStyles = false;
        int parts = 0;
        packed.mark(1);
        if (packed.read() == OLD_FORMAT) {
            throw notAWorkbook("it is in the old format XLS or has a password; save it as XLSX without one", null);
        }
        packed.reset();
        try ( // Java's own cannot read what is written in one go with sizes of 64 bits, as the templates are
        ZipArchiveInputStream from = new ZipArchiveInputStream(packed);
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            to.setLevel(Deflater.BEST_SPEED);
            for (ZipArchiveEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                parts++;
                String name = part.getName();
                if (parts > MOST_PARTS || name.length() > LONGEST_NAME) {
                    throw new Problem(
                            CommonProblem.BODY_TOO_LARGE,
                            "The workbook has more than " + MOST_PARTS + " parts, or one with a name of more than "
                                    + LONGEST_NAME + " characters.");
                }
                if (isXml(name)) {
                    to.putNextEntry(new ZipEntry(name));
                    PartCheck.run(new MeteredStream(from, to, allowance), name);
                    to.closeEntry();
                    withStyles |= name.endsWith("styles.xml");
                } else {
                    skip(new MeteredStream(from, OutputStream.nullOutputStream(), allowance));
                }
            }
        }
        if (parts == 0) {
            throw notAWorkbook("it is not a ZIP file", null);
        }
        return withStyles;
    }

    /** What is left out is unpacked all the same. */
    private static void skip(MeteredStream part) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (part.read(buffer) >= 0) {
            part.next();
        }
    }

    private static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private static Problem notAWorkbook(String why, Exception cause) {
        return new Problem(CommonProblem.MALFORMED_BODY, "The body is not an XLSX workbook: " + why + ".", cause);
    }
}

package org.undatacube.acceptance.published;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** The real files that stand beside the project where there are any. */
public final class SharedData {
    private static final String FOLDER = "shared/data";

    private SharedData() {}

    /** The file; without it the test is skipped with a message, but fails on the build server. */
    public static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FOLDER).resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        String message =
                "there is no " + FOLDER + "/" + name + " above " + Path.of("").toAbsolutePath();
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            return Assertions.fail(message);
        }
        throw new TestAbortedException(message);
    }

    /** A CSV file's rows. */
    public static List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file(name))) {
            return records.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

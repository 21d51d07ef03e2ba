package org.undatacube.contributions;

import static org.junit.jupiter.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real files beside the project, {@code ../shared/data}; tests that need them are skipped where they are not. */
final class SharedData {
    private SharedData() {}

    static Path file(String name) {
        Path found = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        if (found == null && "true".equals(System.getenv("CI"))) {
            fail("../shared/data/" + name + " is missing, and CI must not skip what needs it");
        }
        Assumptions.assumeTrue(found != null, "skipped: ../shared/data/" + name + " is not there");
        return found;
    }

    /** Rows of a CSV file with a header. */
    static List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .detectBomHeader(true)
                .commentStrategy(CommentStrategy.NONE)
                .ofNamedCsvRecord(file(name))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

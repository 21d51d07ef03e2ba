package org.undatacube.aggregation.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.published.TestStore;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void saysWhyATransactionFailedAlsoWhereItCannotBeRolledBack() {
        try (Database database = Database.open(new TestStore(folder))) {
            IOException failure = assertThrows(
                    IOException.class,
                    () -> database.transaction((connection, sql) -> {
                        connection.close();
                        throw new IOException("the lines ended");
                    }));

            assertEquals("the lines ended", failure.getMessage());
            assertEquals(1, failure.getSuppressed().length);
        }
    }

    @Test
    void takesAwayWhatWasLeftInAnotherForm() throws IOException {
        Files.writeString(folder.resolve("cube-1.duckdb"), "old");
        Files.writeString(folder.resolve("cube-1.duckdb.wal"), "old");
        Files.createDirectory(folder.resolve("cube-1.duckdb.tmp"));
        Files.writeString(folder.resolve("cube-1.duckdb.tmp").resolve("spilt"), "old");
        Files.writeString(folder.resolve("notes.txt"), "somebody's");

        Database.open(new TestStore(folder)).close();

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("cube-3.duckdb", "notes.txt"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}

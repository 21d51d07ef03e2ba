package org.undatacube.loader.ceb;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** CEB's published files, which stand beside the project where there are any. */
final class PublishedFiles {
    private PublishedFiles() {}

    /** The file; the test is skipped where there is none, but fails on the build server. */
    static Path find(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            return fail("shared/data/" + name + " is not there");
        }
        Assumptions.abort("shared/data/" + name + " is not there");
        throw new IllegalStateException();
    }
}

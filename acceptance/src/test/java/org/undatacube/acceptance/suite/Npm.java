package org.undatacube.acceptance.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What tests with clients in JavaScript need. */
public final class Npm {
    private static final String MISSING = "npm is not on the path";

    private Npm() {}

    /** Where there is no npm the tests are skipped, but not in CI. */
    public static void require() {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertTrue(isThere, MISSING);
        } else {
            assumeTrue(isThere, MISSING);
        }
    }
}

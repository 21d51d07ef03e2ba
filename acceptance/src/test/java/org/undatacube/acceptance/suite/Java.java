package org.undatacube.acceptance.suite;

import java.nio.file.Path;

/** The Java that runs the tests runs the suite too. */
final class Java {
    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

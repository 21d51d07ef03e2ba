package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.undatacube.acceptance.published.RawFile;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.RunningSuite;

/** Figures that more than one test class asks for; loaded once. The sample's totals are those of CEB's files. */
final class LoadedFigures {
    private static boolean sampleLoaded;
    private static boolean cebLoaded;

    private LoadedFigures() {}

    /** The sample, or what the sample was made from. */
    static synchronized void sample() {
        if (!sampleLoaded && !cebLoaded) {
            require(RunningSuite.get().loader().run("load", "sample"));
            sampleLoaded = true;
        }
    }

    /** CEB's three raw files; the test is skipped where they are not there. */
    static synchronized void ceb() {
        if (!cebLoaded) {
            load("ceb-revenue", RawFile.REVENUE);
            load("ceb-expenses", RawFile.EXPENSES);
            load("ceb-sdgs", RawFile.SDGS);
            cebLoaded = true;
        }
    }

    private static void load(String table, RawFile file) {
        require(RunningSuite.get().loader().run("load", table, file.path()));
    }

    private static void require(Loader.Run run) {
        assertEquals(0, run.exitCode(), run::output);
    }
}

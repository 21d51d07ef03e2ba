package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.RunningSuite;

/** What the loader does when all is not well, and with files of other kinds. */
class LoaderIT {
    private static final String SDGS =
            "calendar year,entity code,type of financial information,amount,SDG goal," + "SDG target,SDG indicator\n";

    private final RunningSuite suite = RunningSuite.get();
    private final Loader loader = suite.loader();

    @TempDir
    private Path folder;

    @Test
    void publishesNothingWhereTheKeyIsWrong() throws IOException {
        Loader.Run run = loader.runWithKey("udc_wrong", "load", "ceb-sdgs", sdgs("2024,UPU,EXP,1.00,5,,\n"));

        assertEquals(3, run.exitCode(), run.output());
        assertTrue(run.output().contains("UPU 2024: Credentials needed (401)"), run.output());
    }

    @Test
    void publishesNothingWhereARowIsNotUsable() throws IOException {
        long before = lastEdition();

        Loader.Run run = loader.run("load", "ceb-sdgs", sdgs("2024,UPU,EXP,1.00,5,,\n2024,UPU,EXP,1.00,5,5.99,\n"));

        assertEquals(2, run.exitCode(), run.output());
        assertTrue(run.output().contains("row 3, SDG target: \"5.99\""), run.output());
        assertEquals(before, lastEdition());
    }

    @Test
    void showsTheFilesOwnRowWhereTheSuiteRefuses() throws IOException {
        long before = lastEdition();

        // the goal is good, but not in a year before reporting began
        Loader.Run run = loader.run("load", "ceb-sdgs", sdgs("2024,UPU,EXP,1.00,5,,\n1999,UPU,EXP,1.00,5,,\n"));

        assertEquals(3, run.exitCode(), run.output());
        assertTrue(run.output().contains("UPU 1999: Submission rejected (422)"), run.output());
        assertEquals(before, lastEdition());
    }

    @Test
    void loadsAndPublishesAFileInTheProjectsOwnFormat() throws IOException {
        Path file = Files.writeString(folder.resolve("upu.csv"), "location,amount\nML,12.50\nNE,0.50\n");

        Loader.Run run =
                loader.run("load", "--publish", "--entity=UPU", "--year=2025", "--flow=expense", file.toString());

        assertEquals(0, run.exitCode(), run.output());
        assertEquals(
                "13.00",
                suite.anybody()
                        .ask("expense", "location.country", "entity:UPU|year:2025")
                        .at("/total/amount")
                        .asText());
    }

    @Test
    void asksAQuestionAndPrintsTheAnswerAsATable() {
        LoadedFigures.sample();

        Loader.Run run = loader.run("ask", "expense/aggregate?drilldown=sdg.goal&cut=year:2024|sdg:goal:5");

        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("2,516,306,927.13"), run.output());
        assertTrue(run.output().contains("Covers 48 of 48 reporting entities"), run.output());
    }

    private String sdgs(String rows) throws IOException {
        return Files.writeString(folder.resolve("sdgs.csv"), SDGS + rows).toString();
    }

    private long lastEdition() {
        return suite.anybody()
                .get("/api/v1/editions?limit=1")
                .require(200)
                .at("/editions/0/edition")
                .asLong();
    }
}

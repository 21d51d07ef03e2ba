package org.undatacube.acceptance.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.RunningSuite;

/** Does what the guides say, in a suite of its own that has the sample and nothing else. */
class GuidesIT {
    private static final Path DOCS = RunningSuite.PROJECT.resolve("docs");
    /** The last one publishes, so what the others show must come before. */
    private static final List<String> PAGES = List.of("guide-analyst.md", "guide-dashboards.md", "guide-agency.md");

    private static final List<Step> STEPS =
            PAGES.stream().flatMap(page -> Step.of(DOCS.resolve(page)).stream()).toList();
    private static final Map<Step, String> PRINTED = new HashMap<>();

    @TempDir
    private static Path folder;

    private static RunningSuite suite;
    private static Shell shell;

    @BeforeAll
    static void follow() throws IOException {
        Stream.of("bash", "curl", "jq")
                .forEach(program -> assumeTrue(Step.isOnThePath(program), program + " is not on the path"));
        suite = RunningSuite.another();
        Loader.Run run = suite.loader().run("load", "sample");
        assertEquals(0, run.exitCode(), run::output);
        shell = new Shell(folder.toRealPath(), DOCS, suite.anybody().address(), suite.administratorKey());
        for (String page : PAGES) {
            PRINTED.putAll(shell.run(STEPS.stream()
                    .filter(step -> step.page().equals(page) && step.isPossible())
                    .toList()));
        }
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    static List<Step> steps() {
        return STEPS;
    }

    /** Node is there in CI, as npm is; the others are not the project's to install. */
    @ParameterizedTest
    @MethodSource("steps")
    void printsWhatThePageShows(Step step) {
        boolean isPossible = PRINTED.containsKey(step);
        if (step.needs().equals("node") && Boolean.parseBoolean(System.getenv("CI"))) {
            assertTrue(isPossible, "node is not on the path");
        }
        assumeTrue(isPossible, step.needs() + " is not on this machine");

        assertEquals(shell.comparable(step.output()), PRINTED.get(step));
    }

    /** The programs with which an agency submits. */
    enum Submitter {
        PYTHON("python3", "submit.py") {
            @Override
            String notes(String digest, String key, String upload) {
                return "{\"digest\": \"%s\", \"key\": \"%s\", \"id\": \"%s\"}".formatted(digest, key, upload);
            }
        },
        JAVA("java", "Submit.java") {
            @Override
            String notes(String digest, String key, String upload) {
                return String.join("\n", digest, key, upload);
            }
        };

        private final String interpreter;
        private final String file;

        Submitter(String interpreter, String file) {
            this.interpreter = interpreter;
            this.file = file;
        }

        /** What it keeps beside a file that is on its way. */
        abstract String notes(String digest, String key, String upload);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWithAnUploadThatWasBrokenOff(Submitter submitter) throws IOException {
        assumeTrue(
                submitter == Submitter.JAVA || Step.isOnThePath(submitter.interpreter), "python3 is not on the path");
        String content =
                Files.readString(DOCS.resolve("examples/expenses-2025.csv")).replace("E99", "E01");
        Path file = Files.writeString(shell.folder().resolve(submitter + ".csv"), content);
        String key = suite.administrator()
                .postJson("/api/v1/api-keys", Map.of("name", "test", "roles", List.of("preparer"), "entity", "ITU"))
                .require(201)
                .get("key")
                .asText();
        Gateway preparer = suite.anybody().withKey(key);
        String upload = preparer.send(
                        "POST",
                        "/api/v1/uploads",
                        Map.of("Upload-Complete", "?0"),
                        "text/csv",
                        BodyPublishers.ofString(content.substring(0, 100)))
                .require(201)
                .get("id")
                .asText();
        Files.writeString(
                Path.of(file + ".upload"), submitter.notes(sha256(content), "a-run-before-" + submitter, upload));

        String printed = shell.run(
                Map.of("DATACUBE_KEY", key),
                submitter.interpreter,
                DOCS.resolve("examples").resolve(submitter.file).toString(),
                "submit",
                file.toString(),
                "ITU",
                "2025",
                "expense",
                "91430118.40");

        assertTrue(printed.contains(content.length() + " bytes to upload, from byte 100\n"), printed);
        assertTrue(printed.contains("validated: ITU 2025 expense, 91430118.40 USD\n"), printed);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"goals.pq", "coverage.pq"})
    void powerQueryGetsTheColumnsThatItNames(String file) throws IOException {
        PowerQuery query =
                PowerQuery.parse(Files.readString(DOCS.resolve("examples").resolve(file)));

        Answer answer = suite.anybody().get(query.target());

        assertEquals(200, answer.status(), answer::toString);
        if (query.target().endsWith("format=csv")) {
            assertEquals(
                    String.join(",", query.columns()),
                    answer.body().lines().findFirst().orElseThrow());
        } else {
            JsonNode gap = answer.json().path("coverage").path("gaps").path(0);
            query.columns().forEach(column -> assertTrue(gap.has(column), () -> column + " in " + gap));
        }
    }

    @Test
    void grafanaIsAnsweredWithWhatItsSelectorsName() throws IOException {
        JsonNode dashboard =
                new JsonMapper().readTree(DOCS.resolve("examples/grafana.json").toFile());
        JsonNode panels = dashboard.path("panels");
        assertTrue(panels.size() > 1, panels::toString);
        for (JsonNode panel : panels) {
            String address = panel.path("targets").path(0).path("url").asText();
            JsonNode answer = suite.anybody()
                    .get(address.replace("${suite}", "").replace("${year}", "2024"))
                    .require(200);
            JsonNode cell = answer.path("cells").path(0);
            assertTrue(cell.path("sdg.goal").path("label").isTextual(), cell::toString);
            assertTrue(cell.path("amount").isTextual(), cell::toString);
            assertTrue(answer.path("coverage").path("amountCovered").isTextual(), answer::toString);
        }
    }
}

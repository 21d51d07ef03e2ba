package org.undatacube.acceptance.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the programs that the explorer hands out, where their language is installed. */
final class Programs {
    private static final long LONGEST_SECONDS = 60;
    private static final Map<String, String> ENDINGS =
            Map.of("curl", ".sh", "Python", ".py", "R", ".R", "JavaScript", ".mjs");
    private static final Map<String, String> INTERPRETERS =
            Map.of("curl", "sh", "Python", "python3", "R", "Rscript", "JavaScript", "node");

    private Programs() {}

    /** What the program printed, once it has ended well. */
    static String run(String language, String code) throws IOException, InterruptedException {
        String interpreter = INTERPRETERS.get(language);
        assumeTrue(
                isInstalled(interpreter) && (!language.equals("curl") || isInstalled("curl")),
                interpreter + " is not installed");
        Path program = Files.writeString(Files.createTempFile("explorer", ENDINGS.get(language)), code);
        Path output = Files.createTempFile("explorer", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(interpreter, program.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), () -> language + " did not end");
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), () -> code + "\n" + printed);
        return printed;
    }

    private static boolean isInstalled(String command) {
        return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}

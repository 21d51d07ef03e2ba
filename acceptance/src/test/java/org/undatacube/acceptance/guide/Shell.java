package org.undatacube.acceptance.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A shell in a folder of its own, as a reader has it who follows a guide in the project's folder: with docs and the
 * administrator's key.
 */
final class Shell {
    private static final String ADDRESS_OF_THE_PAGES = "http://127.0.0.1:8080";
    private static final Pattern IDENTIFIER = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String ANY_IDENTIFIER = "00000000-0000-0000-0000-000000000000";
    private static final long MINUTES = 5;

    private final Path folder;
    private final String address;

    Shell(Path folder, Path docs, URI suite, String administratorKey) {
        this.folder = folder;
        this.address = suite.toString().replaceAll("/$", "");
        try {
            Files.createSymbolicLink(folder.resolve("docs"), docs);
            Files.writeString(
                    Files.createDirectory(folder.resolve(".data")).resolve("administrator-key"), administratorKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Runs steps one after the other in the same shell; what one has set the next one has. */
    Map<Step, String> run(List<Step> steps) {
        String script = steps.stream()
                .map(step -> "{\n" + step.commands() + "\n} >" + output(step) + " 2>&1\n")
                .collect(Collectors.joining());
        run(Map.of(), "bash", "-c", script.replace(ADDRESS_OF_THE_PAGES, address));
        return steps.stream().collect(Collectors.toMap(step -> step, step -> comparable(read(output(step)))));
    }

    /** What a command prints, errors included. */
    String run(Map<String, String> environment, String... command) {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("DATACUBE", address);
        // the Java that runs the tests runs the programs too
        builder.environment()
                .merge("PATH", "", (path, none) -> Path.of(System.getProperty("java.home"), "bin") + ":" + path);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            boolean isOver = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertTrue(isOver, () -> String.join(" ", command) + "\n" + read(output));
            return read(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without what is another in each run. */
    String comparable(String text) {
        return IDENTIFIER
                .matcher(text.replace(address, ADDRESS_OF_THE_PAGES).replace("\r", ""))
                .replaceAll(ANY_IDENTIFIER)
                .stripTrailing();
    }

    private Path output(Step step) {
        return folder.resolve(step.page() + "." + step.number());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

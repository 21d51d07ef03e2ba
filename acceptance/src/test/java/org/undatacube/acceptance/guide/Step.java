package org.undatacube.acceptance.guide;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A step of a guide: after the comment {@code step 1} or {@code step 1, needs node} a block of commands, and right
 * after that a block with what they print.
 *
 * @param needs a program of the path, or a package of Python as {@code python3:pandas}; empty for what all steps need
 * @param output empty where the commands print nothing
 */
record Step(String page, int number, String needs, String commands, String output) {
    private static final Pattern SHAPE = Pattern.compile(
            "<!-- step (\\d+)(?:, needs (\\S+))? -->\n```sh\n(.*?)\n```\n(?:```text\n(.*?)\n```\n)?", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("<!-- step ");

    /** The steps of a page of docs, in its order. */
    static List<Step> of(Path page) {
        try {
            String text = Files.readString(page);
            List<Step> steps =
                    SHAPE.matcher(text).results().map(found -> of(page, found)).toList();
            if (steps.size() != MARK.matcher(text).results().count()) {
                throw new IllegalArgumentException(page + ": a step is not written as " + SHAPE);
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step of(Path page, MatchResult found) {
        return new Step(
                page.getFileName().toString(),
                Integer.parseInt(found.group(1)),
                Optional.ofNullable(found.group(2)).orElse(""),
                found.group(3),
                Optional.ofNullable(found.group(4)).orElse(""));
    }

    /** Whether this machine has what it needs. */
    boolean isPossible() {
        if (needs.isEmpty()) {
            return true;
        }
        String[] programAndPackage = needs.split(":", 2);
        return isOnThePath(programAndPackage[0])
                && (programAndPackage.length == 1 || isImportable(programAndPackage[1]));
    }

    static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean isImportable(String module) {
        try {
            return new ProcessBuilder("python3", "-c", "import " + module)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return page + " " + number;
    }
}

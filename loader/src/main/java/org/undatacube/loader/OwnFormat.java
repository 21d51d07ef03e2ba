package org.undatacube.loader;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.undatacube.loader.suite.SubmissionBody;

/** Submissions in the project's own format, which are sent as they are. */
final class OwnFormat {
    private OwnFormat() {}

    /** @param csvOptions used where the file is CSV */
    static List<SubmissionBody> read(Path file, CsvOptions csvOptions) throws IOException, UnusableInput {
        String name = file.getFileName().toString();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UnusableInput("There is no readable file " + file);
        }
        if (name.endsWith(".json")) {
            return List.of(SubmissionBody.json(name, BodyPublishers.ofFile(file)));
        }
        if (name.endsWith(".ndjson")) {
            return onePerLine(name, Files.readString(file));
        }
        if (name.endsWith(".csv")) {
            return List.of(SubmissionBody.csv(name, csvOptions.query(file), BodyPublishers.ofFile(file)));
        }
        throw new UnusableInput(name + ": a submission is a file that ends in .json, .ndjson or .csv.");
    }

    /** NDJSON: a submission on each line. */
    static List<SubmissionBody> onePerLine(String name, String content) {
        List<String> lines = content.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(index -> !lines.get(index).isBlank())
                .mapToObj(index ->
                        SubmissionBody.json(name + " line " + (index + 1), BodyPublishers.ofString(lines.get(index))))
                .toList();
    }
}

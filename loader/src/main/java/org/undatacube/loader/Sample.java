package org.undatacube.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.loader.suite.SubmissionBody;

/** The published figures that come with the project; what they are says the README beside them. */
final class Sample {
    static final String TITLE = "Sample: figures that CEB publishes for 2021 to 2024";
    static final List<String> FILES = List.of(
            "2021-revenue.ndjson",
            "2021-expense.ndjson",
            "2022-revenue.ndjson",
            "2022-expense.ndjson",
            "2023-revenue.ndjson",
            "2023-expense.ndjson",
            "2024-revenue.ndjson",
            "2024-expense.ndjson");

    private Sample() {}

    static List<SubmissionBody> bodies() throws IOException {
        List<SubmissionBody> bodies = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream content = Sample.class.getResourceAsStream("/sample/" + file)) {
                if (content == null) {
                    throw new IllegalStateException("the sample has no " + file);
                }
                bodies.addAll(OwnFormat.onePerLine(file, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return bodies;
    }
}

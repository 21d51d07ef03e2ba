package org.undatacube.acceptance.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An example of a page: after the comment {@code example 1} a block with a question as curl sends it, and right after that
 * a block with its answer.
 *
 * @param language of the answer: csv or json
 */
record Example(int number, Curl question, String language, String answer) {
    private static final Pattern SHAPE = Pattern.compile(
            "<!-- example (\\d+) -->\n.*?\n```sh\n(.*?)\n```\n```(csv|json)\n(.*?)\n```\n", Pattern.DOTALL);

    /** In the order of the page. One without an answer takes the next one's, whose number is then missing. */
    static List<Example> of(Path page) {
        try {
            return SHAPE.matcher(Files.readString(page))
                    .results()
                    .map(Example::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example of(MatchResult found) {
        return new Example(
                Integer.parseInt(found.group(1)), Curl.parse(found.group(2)), found.group(3), found.group(4));
    }

    @Override
    public String toString() {
        return number + " " + question;
    }
}

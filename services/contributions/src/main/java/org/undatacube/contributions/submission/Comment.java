package org.undatacube.contributions.submission;

import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Words that people leave on a step. */
public final class Comment {
    private static final int LONGEST = 4_000;

    private Comment() {}

    /** @throws Problem (400) where there is none, or it is not plain text */
    public static String required(String words, String field) {
        if (words == null || words.isBlank()) {
            throw unsound(field);
        }
        return optional(words, field);
    }

    /** @throws Problem (400) where it is not plain text */
    public static String optional(String words, String field) {
        if (words == null || words.isBlank()) {
            return null;
        }
        boolean plain = words.codePoints().allMatch(Comment::isPlain);
        if (!plain || words.length() > LONGEST) {
            throw unsound(field);
        }
        return words.strip();
    }

    private static boolean isPlain(int point) {
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        boolean halfOfAPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !control && !halfOfAPair;
    }

    private static Problem unsound(String field) {
        return new Problem(
                        CommonProblem.BAD_REQUEST,
                        field + " is plain text of 1 to " + LONGEST + " characters, on one or more lines.")
                .with("pointer", "/" + field);
    }
}

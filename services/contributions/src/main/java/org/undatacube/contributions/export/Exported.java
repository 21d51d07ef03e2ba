package org.undatacube.contributions.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.submission.LineColumn.Rates;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.LineStore.LineReader;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.submission.SubmissionView.BreakdownView;

/**
 * What is exported: the submission as it was when it was asked for, but for its lines.
 *
 * @param page the lines that are wanted, where not all are
 */
record Exported(SubmissionView submission, Rates rates, Optional<LinePage> page) {
    private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[^A-Za-z0-9]+");
    private static final int HASH_DIGITS = 8;

    static Exported of(Submission submission) {
        return new Exported(SubmissionView.of(submission), Rates.of(submission), Optional.empty());
    }

    Exported only(LinePage some) {
        return new Exported(submission, rates, Optional.of(some));
    }

    /** Hands over the lines that are wanted. */
    void read(LineStore store, LineReader reader) throws IOException {
        if (page.isEmpty()) {
            store.read(breakdowns(), reader);
            return;
        }
        for (Line line : page.get().lines()) {
            reader.accept(line);
        }
    }

    /** The numbers of its breakdowns, in their order. */
    List<Long> breakdowns() {
        return submission.breakdowns().stream().map(BreakdownView::id).toList();
    }

    /**
     * Says which bytes a format has: the content as it was certified, and the version, since some formats show the
     * status too.
     */
    String fingerprint(Format format) {
        String content = Optional.ofNullable(submission.contentHash()).orElse("uncertified");
        return content + "-" + submission.version() + "-" + format.code();
    }

    /** Tells what is in the file, and which certified content, e.g. {@code UNDP-2024-expense-3f2a1b9c.csv}. */
    String fileName(Format format) {
        String content = Optional.ofNullable(submission.contentHash())
                .map(hash -> hash.substring(0, HASH_DIGITS))
                .orElse(submission.status().code());
        String name = String.format(
                Locale.ROOT,
                "%s-%d-%s-%s",
                submission.entity(),
                submission.year(),
                submission.flow().code(),
                content);
        return NOT_IN_FILE_NAMES.matcher(name).replaceAll("-") + "." + format.extension();
    }
}

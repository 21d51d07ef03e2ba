package org.undatacube.loader.ceb;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.undatacube.loader.suite.Acknowledgement;
import org.undatacube.loader.suite.Submission;
import org.undatacube.loader.suite.SubmissionBody;

/**
 * What a file became.
 *
 * @param read all rows of the file, by year; a row without an amount counts as one of zero
 */
public record Conversion(YearTotals read, List<Submission> submissions, Findings findings) {

    public Conversion {
        submissions = List.copyOf(submissions);
    }

    public List<SubmissionBody> bodies() {
        return submissions.stream()
                .map(submission -> SubmissionBody.of(submission, rows(submission)))
                .toList();
    }

    /** What the suite says it took, by year. */
    public static YearTotals taken(List<Acknowledgement> acknowledgements) {
        YearTotals taken = new YearTotals();
        acknowledgements.forEach(one -> taken.add(one.year(), one.lines(), one.total()));
        return taken;
    }

    /**
     * Compares what was read with what the suite took, to the last digit.
     *
     * @return one sentence for each difference; empty where every row but the skipped is there
     */
    public List<String> differences(YearTotals taken) {
        List<String> differences = new ArrayList<>();
        long skipped = findings.of(Rule.Severity.SKIP).size();
        if (read.overall().count() != taken.overall().count() + skipped) {
            differences.add("%d rows were read and %d skipped, but the suite took %d lines."
                    .formatted(read.overall().count(), skipped, taken.overall().count()));
        }
        TreeSet<Integer> years = new TreeSet<>(read.byYear().keySet());
        years.addAll(taken.byYear().keySet());
        for (int year : years) {
            if (read.of(year).amount().compareTo(taken.of(year).amount()) != 0) {
                differences.add("%d adds up to %s in the file, but to %s in the suite."
                        .formatted(
                                year,
                                read.of(year).amount().toPlainString(),
                                taken.of(year).amount().toPlainString()));
            }
        }
        return differences;
    }

    private static List<Long> rows(Submission submission) {
        return submission.breakdowns().get(0).lines().stream()
                .map(line -> Long.valueOf(line.lineId()))
                .toList();
    }
}

package org.undatacube.contributions.submission;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.contributions.submission.LineColumn.Rates;

/** One line as the API shows it. */
@Schema(name = "SubmissionLine")
public record LineView(
        @Schema(description = "Its breakdown's number", examples = "128")
        long breakdown,

        @Schema(description = "Its number within the breakdown", examples = "17")
        int line,

        @Schema(description = "What it says, as in the list of lines")
        Map<String, String> fields,

        @Schema(description = "Warnings and notes on it") List<Finding> findings) {
    private static final Set<LineColumn> PLACE = EnumSet.of(LineColumn.BREAKDOWN, LineColumn.LINE);

    public static LineView of(Line line, Submission submission, List<Finding> findings) {
        Rates rates = Rates.of(submission);
        Map<String, String> fields = new TreeMap<>();
        for (LineColumn column : LineColumn.values()) {
            String value = column.of(line, rates);
            if (value != null && !PLACE.contains(column)) {
                fields.put(column.title(), value);
            }
        }
        return new LineView(line.breakdown(), line.number(), fields, findings);
    }
}

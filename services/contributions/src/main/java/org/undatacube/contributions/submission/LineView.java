package org.undatacube.contributions.submission;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.submission.LineColumn.Rates;

/** One line as the API shows it. */
@Schema(name = "SubmissionLine")
public record LineView(
        @Schema(description = "Its breakdown's number", examples = "128")
        long breakdown,

        @Schema(description = "Its number within the breakdown", examples = "17")
        int line,

        @Schema(description = "What it says, as it was submitted")
        Map<String, String> fields,

        @Schema(description = "Warnings and notes on it") List<Finding> findings) {
    private static final Set<LineColumn> PLACE = EnumSet.of(LineColumn.BREAKDOWN, LineColumn.LINE);
    private static final Set<LineColumn> SPLIT =
            EnumSet.of(LineColumn.SDG, LineColumn.SPLIT_LINE, LineColumn.SPLIT_AMOUNT, LineColumn.SPLIT_PERCENT);

    public static LineView of(SubmittedLine line, Submission submission, List<Finding> findings) {
        Rates rates = Rates.of(submission);
        Map<String, String> fields = new TreeMap<>();
        for (LineColumn column : LineColumn.values()) {
            String value = column.of(line.parts().get(0), rates);
            if (value != null && !PLACE.contains(column)) {
                fields.put(column.title(), value);
            }
        }
        if (line.isSplit()) {
            showWhole(line, fields);
        }
        return new LineView(line.key().breakdown(), line.key().number(), fields, findings);
    }

    /** Puts what was submitted in the place of what its first part says. */
    private static void showWhole(SubmittedLine line, Map<String, String> fields) {
        String shares = line.parts().stream()
                .map(part -> part.codes().get(Dimension.SDG) + "="
                        + part.split().percent().toPlainString())
                .collect(Collectors.joining(";"));
        SPLIT.forEach(column -> fields.remove(column.title()));
        fields.put("sdgs", shares);
        fields.put(
                LineColumn.AMOUNT.title(), line.parts().get(0).split().whole().digits());
        fields.put(LineColumn.AMOUNT_USD.title(), line.dollars().digits());
    }
}

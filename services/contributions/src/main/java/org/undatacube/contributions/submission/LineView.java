package org.undatacube.contributions.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.contributions.submission.LineExport.Scope;

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

    public static LineView of(Line line, Submission submission, List<Finding> findings) {
        Map<String, String> fields = new TreeMap<>(LineExport.fields(line, Scope.of(submission)));
        fields.keySet().removeAll(List.of("breakdown", "line"));
        fields.values().removeIf(Objects::isNull);
        return new LineView(line.breakdown(), line.number(), fields, findings);
    }
}

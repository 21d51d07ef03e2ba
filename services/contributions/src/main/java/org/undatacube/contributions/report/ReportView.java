package org.undatacube.contributions.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.FindingCount;
import org.undatacube.contributions.submission.Severity;

/** A report on something that was not stored, with a page of its findings. */
@Schema(name = "ValidationReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
        UUID id,

        @Schema(description = "Whether it was only tried; else it was refused")
        boolean dryRun,

        @Schema(description = "Whether it would be, or would have been, taken in")
        boolean acceptable,

        @Schema(description = "As far as it could be read", examples = "UNDP")
        String entity,

        @Schema(examples = "2024") Integer year,
        @Schema(examples = "expense") String flow,

        @Schema(description = "Of catalogue and settings", examples = "3.12")
        String rulesVersion,

        Instant madeAt,
        Instant keptUntil,

        @Schema(description = "Exact, also where not all findings are stored")
        Finding.Counts counts,

        @Schema(description = "By rule, the gravest first") List<FindingCount> rules,

        List<Finding> findings,

        @Schema(description = "The cursor of the next page; none on the last", examples = "2-1000")
        String next) {

    /** How many findings there are of each severity. */
    static Finding.Counts counts(List<FindingCount> rules) {
        return new Finding.Counts(sum(rules, Severity.REJECT), sum(rules, Severity.WARN), sum(rules, Severity.NOTE));
    }

    static ReportView of(ValidationReport report, List<FindingCount> rules, ReportReader.Page page) {
        Finding.Counts counts = counts(rules);
        return new ReportView(
                report.id(),
                report.dryRun(),
                counts.reject() == 0,
                report.entity(),
                report.year(),
                report.flow(),
                report.rulesVersion(),
                report.madeAt(),
                report.keptUntil(),
                counts,
                rules,
                page.findings(),
                page.next().map(Object::toString).orElse(null));
    }

    private static long sum(List<FindingCount> rules, Severity severity) {
        return rules.stream()
                .filter(count -> count.severity() == severity)
                .mapToLong(FindingCount::findings)
                .sum();
    }
}

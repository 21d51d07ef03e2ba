package org.undatacube.contributions.submission;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one rule found, counted exactly also where not all findings are stored. */
@Schema(name = "FindingCount")
public record FindingCount(
        @Schema(examples = "UNKNOWN-CODE") String rule,
        Severity severity,
        @Schema(examples = "250000") long findings,

        @Schema(description = "How many of them can be read: at most 100,000 of a rule", examples = "100000")
        long stored,

        @Schema(description = "On how many lines", examples = "250000")
        long lines,

        @Schema(
                description = "Money at stake: the sum of the absolute amounts of these lines in United States dollars,"
                        + " as far as they can be read",
                type = SchemaType.STRING,
                examples = "5300.10")
        Amount amountUsd) {}

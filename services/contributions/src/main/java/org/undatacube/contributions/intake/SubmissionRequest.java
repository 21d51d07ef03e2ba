package org.undatacube.contributions.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Basis;
import org.undatacube.contributions.submission.Replaces;
import org.undatacube.http.openapi.CompleteDocument;

/** The JSON form as the OpenAPI document shows it; the body itself is read as a stream by {@link JsonBody}. */
@Schema(
        name = "SubmissionRequest",
        requiredProperties = {"entity", "year", "flow", "breakdowns"})
record SubmissionRequest(
        @Schema(examples = "UNDP") String entity,
        @Schema(examples = "2024", minimum = "2011") int year,
        Flow flow,

        @Schema(
                type = SchemaType.STRING,
                examples = "5300.10",
                description = "Audited total in USD. May be left out where all breakdowns have the same total, and with"
                        + " replaces = breakdowns, where the one in force stays.")
        String controlTotal,

        @Schema(
                description =
                        "submission (default): publication replaces all that is published for the entity, year and"
                                + " flow. breakdowns: only breakdowns with the same dimensions are replaced.")
        Replaces replaces,

        @Schema(description = "Where the figures come from") String source,

        @Schema(
                description = "To try things out: it goes through its life but is never published",
                defaultValue = "false")
        boolean test,

        List<BreakdownRequest> breakdowns) {
    static final String EXAMPLE = """
            {"entity":"UNDP","year":2024,"flow":"expense","controlTotal":"5300.10","source":"Financial report 2024",
             "breakdowns":[{"dimensions":["function","location"],"lines":[
               {"function":"E01","location":"ML","amount":"1200.00"},
               {"function":"E01","location":"NA","amount":"4100.10"}]}]}
            """;
    static final String NDJSON_EXAMPLE = CompleteDocument.LINES + """
            {"entity":"UNDP","year":2024,"flow":"expense","controlTotal":"5300.10"}
            {"breakdown":"by place","function":"E01","location":"ML","amount":"1200.00"}
            {"breakdown":"by place","function":"E01","location":"NA","amount":"4100.10"}
            {"breakdown":"by goal","sdg":"5.1","amount":"5300.10"}
            """;
    static final String CSV_EXAMPLE = """
            function,location,amount
            E01,ML,1200.00
            E01,NA,4100.10
            """;

    /** What is appended: lines, and nothing about the submission. */
    @Schema(name = "AppendRequest", requiredProperties = "breakdowns")
    record Lines(List<BreakdownRequest> breakdowns) {}

    @Schema(name = "BreakdownRequest", requiredProperties = "lines")
    record BreakdownRequest(
            @Schema(description = "Taken from the first line where it is left out")
            List<Dimension> dimensions,

            List<LineRequest> lines) {}

    @Schema(name = "LineRequest", requiredProperties = "amount")
    record LineRequest(
            @Schema(examples = "1200.00", description = "Exact decimal, as text or number")
            String amount,

            @Schema(examples = "USD", defaultValue = "USD") String currency,

            @Schema(description = "A sub-entity; the submission's entity where it is left out")
            String entity,

            @Schema(examples = "E01") String function,
            @Schema(examples = "ML") String location,
            @Schema(examples = "R03B") String instrument,
            @Schema(examples = "5.1") String sdg,

            @Schema(description = "A goal, beside a target or in its place", examples = "5")
            String goal,

            @Schema(description = "Instead of sdg: several, with percentages that sum to 100. The line is split")
            List<ShareRequest> sdgs,

            @Schema(examples = "C01") String contributor,
            @Schema(examples = "2") String gem,
            Basis basis,

            @Schema(description = "The entity's own identifier of the line")
            String lineId,

            String note) {}

    @Schema(
            name = "ShareRequest",
            requiredProperties = {"sdg", "percent"})
    record ShareRequest(
            @Schema(examples = "4.1") String sdg,

            @Schema(examples = "33.4", description = "Exact decimal, as text or number, with at most 9 decimals")
            String percent) {}
}

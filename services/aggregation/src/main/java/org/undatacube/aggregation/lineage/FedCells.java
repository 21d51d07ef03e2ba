package org.undatacube.aggregation.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.coverage.Tenure;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Flow;

/**
 * The cells of a question that a submission feeds.
 *
 * @param edition the edition that last changed anything of what the question is about
 * @param publishedAt when that edition was published; null for edition 0
 * @param question as it was understood
 * @param submission and where it stands in the edition that was asked
 * @param cells those of the page, in the order of the drilldowns
 * @param cellCount how many there are on all pages
 * @param total of all lines of the submission that the question takes, each once
 * @param next where the next page is; null on the last one
 * @param notes why there is nothing, where there is nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FedCells(
        Flow cube,
        long edition,
        @Schema(nullable = true) Instant publishedAt,
        Question.Canonical question,
        Submission submission,
        List<FedCell> cells,
        long cellCount,
        Sum total,
        @Schema(nullable = true) String next,
        List<String> notes) {

    public FedCells {
        cells = List.copyOf(cells);
    }

    FedCells withNext(String page) {
        return new FedCells(cube, edition, publishedAt, question, submission, cells, cellCount, total, page, notes);
    }

    /** Where a submission stands in an edition. */
    @Schema(enumeration = {"stands", "superseded", "withdrawn", "later"})
    public enum Status {
        /** At least one of its breakdowns is in force. */
        STANDS,
        /** Others took its place. */
        SUPERSEDED,
        /** It was taken away and nothing took its place. */
        WITHDRAWN,
        /** It was published later. */
        LATER;

        static Status of(Tenure tenure, long edition) {
            if (edition < tenure.from()) {
                return LATER;
            }
            if (tenure.includes(edition)) {
                return STANDS;
            }
            return tenure.end().flatMap(Tenure.End::by).isPresent() ? SUPERSEDED : WITHDRAWN;
        }

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A submission that was published.
     *
     * @param contentHash SHA-256 of the submission as it was certified; null where it was published without one
     * @param href where the submission is read
     * @param publishedIn the edition in which it was published
     * @param standsUntil the edition since which it does not stand any more, whether or not that was later than the one
     *     that was asked; null where it still stands in the last
     * @param supersededBy the submission that took its place then; null where none did
     */
    @JsonInclude
    public record Submission(
            UUID submission,
            String entity,
            int year,
            @Schema(nullable = true) String contentHash,
            String href,
            Status status,
            long publishedIn,
            @Schema(nullable = true) Long standsUntil,
            @Schema(nullable = true) UUID supersededBy) {

        static Submission of(Tenure tenure, long edition) {
            return new Submission(
                    tenure.submission(),
                    tenure.entity(),
                    tenure.year(),
                    tenure.contentHash(),
                    SubmissionAddress.of(tenure.submission()),
                    Status.of(tenure, edition),
                    tenure.from(),
                    tenure.end().map(Tenure.End::edition).orElse(null),
                    tenure.end().flatMap(Tenure.End::by).orElse(null));
        }
    }

    /** A cell that has lines of the submission. */
    @Schema(
            type = SchemaType.OBJECT,
            additionalProperties = Object.class,
            description =
                    "One property for each drilldown, then submission and cell, each with amount and lines: of the"
                            + " submission's lines in the cell, and of all lines in it",
            examples =
                    "{\"year\":2024,\"submission\":{\"amount\":\"42.00\",\"lines\":1},\"cell\":{\"amount\":\"57.00\","
                            + "\"lines\":3}}")
    public record FedCell(
            @Schema(hidden = true) List<Cell.Key> keys,
            @Schema(hidden = true) Sum submission,
            @Schema(hidden = true) Sum cell) {
        @JsonValue
        Map<String, Object> properties() {
            Map<String, Object> properties = ShownKeys.of(keys);
            properties.put("submission", submission);
            properties.put("cell", cell);
            return properties;
        }
    }
}

package org.undatacube.aggregation.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/**
 * What a cell is made of.
 *
 * @param edition the edition that last changed anything of what the question is about
 * @param publishedAt when that edition was published; null for edition 0
 * @param question as it was understood
 * @param cell its keys, and what its lines add up to
 * @param submissions whose lines are in the cell, by entity and year; their amounts add up to the cell's
 * @param lines those of the page, by breakdown and number; all pages add up to the cell
 * @param next where the next page is; null on the last one
 * @param notes why there is nothing, where there is nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Lineage(
        Flow cube,
        long edition,
        @Schema(nullable = true) Instant publishedAt,
        Question.Canonical question,
        TracedCell cell,
        List<Contribution> submissions,
        List<TracedLine> lines,
        @Schema(nullable = true) String next,
        List<String> notes) {

    public Lineage {
        submissions = List.copyOf(submissions);
        lines = List.copyOf(lines);
    }

    Lineage withNext(String page) {
        return new Lineage(cube, edition, publishedAt, question, cell, submissions, lines, page, notes);
    }

    /** The cell that was asked of. */
    @Schema(
            type = SchemaType.OBJECT,
            additionalProperties = Object.class,
            description =
                    "One property for each drilldown that the cell is grouped by, then amount and lines: how many there are",
            examples =
                    "{\"sdg.goal\":{\"code\":\"5\",\"label\":\"Gender equality\"},\"year\":2024,\"amount\":\"42.00\","
                            + "\"lines\":1}")
    public record TracedCell(
            @Schema(hidden = true) List<Cell.Key> keys,
            @Schema(hidden = true) Sum sum) {
        @JsonValue
        Map<String, Object> properties() {
            Map<String, Object> properties = ShownKeys.of(keys);
            properties.put("amount", sum.amount());
            properties.put("lines", sum.lines());
            return properties;
        }
    }

    /**
     * What a submission gives to the cell.
     *
     * @param breakdown the one of its breakdowns that answers the question for the entity and year
     * @param dimensions of the breakdown
     * @param lines how many of its lines are in the cell
     * @param amount what they add up to
     * @param contentHash SHA-256 of the submission as it was certified; null where it was published without one
     * @param href where the submission is read
     */
    @JsonInclude
    public record Contribution(
            UUID submission,
            String entity,
            int year,
            long breakdown,
            @Schema(implementation = String[].class) DimensionSet dimensions,
            long lines,
            Usd amount,
            @Schema(nullable = true) String contentHash,
            String href) {}

    /**
     * A line of the cell.
     *
     * @param line its number within the breakdown, from 1
     * @param codes by dimension; of those that its breakdown gives
     */
    public record TracedLine(UUID submission, long breakdown, long line, Map<String, String> codes, Usd amount) {}
}

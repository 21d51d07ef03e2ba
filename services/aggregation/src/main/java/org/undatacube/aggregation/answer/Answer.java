package org.undatacube.aggregation.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.coverage.Coverage;
import org.undatacube.aggregation.coverage.Obstacle;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Flow;

/**
 * What a question gives: a list of cells or, where it has columns, a table of rows.
 *
 * @param edition the edition that last changed anything of what the question is about; every later one up to that asked
 *     for gives the same answer. 0 where nothing was published yet
 * @param publishedAt when that edition was published; null for edition 0
 * @param question as it was understood, in the one spelling that equal questions share
 * @param cells those of the page that was asked for; null where there are columns
 * @param columns what runs across, of all pages; null where there are no columns, as are rows and columnTotals
 * @param rows those of the page that was asked for
 * @param columnTotals for each column the figures of all its lines, not only of those on this page
 * @param cellCount how many cells, or rows, there are on all pages
 * @param total over all lines within the cuts, not only those of this page
 * @param coverage how much of what is published the answer is taken from
 * @param obstacle why nothing can be answered, where no breakdown gives all dimensions; else null
 * @param consolidation the amounts with and without transfers within the system; null where it was not asked for
 * @param notes why there is no answer, where there is none; and what must be known to read the figures rightly
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        Flow cube,
        long edition,
        @Schema(nullable = true) Instant publishedAt,
        @Schema(implementation = Question.Canonical.class) Question question,
        @Schema(nullable = true) List<Cell> cells,
        @Schema(nullable = true) List<Column> columns,
        List<Row> rows,
        List<Figures> columnTotals,
        long cellCount,
        Figures total,
        Coverage coverage,
        @Schema(nullable = true) Obstacle obstacle,
        @Schema(nullable = true) Consolidated consolidation,
        List<String> notes) {

    /** What one column of a table is for. */
    @Schema(
            type = SchemaType.OBJECT,
            additionalProperties = Object.class,
            description = "One property for each drilldown that runs across",
            examples = "{\"year\":2024}")
    public record Column(@Schema(hidden = true) List<Cell.Key> keys) {}

    /**
     * One row of a table.
     *
     * @param cells one for each column; null where no line is in it, or where it is hidden
     * @param total of all lines of the row, also of columns that are hidden
     * @param grouping the drilldowns that the row is grouped by; null where subtotals were not asked for
     */
    @Schema(
            name = "PivotRow",
            type = SchemaType.OBJECT,
            additionalProperties = Object.class,
            description =
                    "One property for each drilldown that runs down, cells with the figures of each column or null,"
                            + " and total",
            examples = "{\"sdg.goal\":{\"code\":\"5\",\"label\":\"Gender equality\"},\"cells\":[{\"amount\":\"12.50\"},"
                    + "null],\"total\":{\"amount\":\"12.50\"}}")
    public record Row(
            @Schema(hidden = true) List<Cell.Key> keys,
            @Schema(nullable = true, hidden = true) List<Figures> cells,
            @Schema(hidden = true) Figures total,
            @Schema(nullable = true, hidden = true) List<String> grouping) {}
}

package org.undatacube.loader.suite;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/**
 * What one entity reports for a year and flow by one dimension. Publishing it leaves the entity's breakdowns by other
 * dimensions as they are.
 *
 * @param controlTotal the audited total, or null to keep the one in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(
        String entity,
        int year,
        Flow flow,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal controlTotal,
        String source,
        List<Breakdown> breakdowns) {

    /** Lines that all give the same dimensions. */
    public record Breakdown(List<Dimension> dimensions, List<Line> lines) {}

    public Submission {
        breakdowns = List.copyOf(breakdowns);
    }

    /** Which of the published breakdowns the submission replaces: those with its own dimensions. */
    public String getReplaces() {
        return "breakdowns";
    }
}

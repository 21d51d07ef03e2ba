package org.undatacube.aggregation.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.coverage.Coverage;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Flow;

/**
 * What a question gives.
 *
 * @param edition the edition it is taken from; 0 where nothing was published yet
 * @param publishedAt when that edition was published; null for edition 0
 * @param question as it was understood, in the one spelling that equal questions share
 * @param cells those of the page that was asked for
 * @param cellCount how many cells there are on all pages
 * @param total over all lines within the cuts, not only those of this page
 * @param coverage how much of what is published the answer is taken from
 * @param notes why there is no answer, where no breakdown can give one; and that cells overlap, where they do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        Flow cube,
        long edition,
        Instant publishedAt,
        @Schema(implementation = Question.Canonical.class) Question question,
        List<Cell> cells,
        long cellCount,
        Figures total,
        Coverage coverage,
        List<String> notes) {}

package org.undatacube.aggregation.citation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;

/**
 * What an answer is drawn from.
 *
 * @param submissions those of which a breakdown answers, by entity and year; also those of years that are compared with
 * @param codeLists by which the question is read and the answer labelled
 */
record Sources(List<Submission> submissions, List<UsedList> codeLists) {
    /**
     * An entity's year, and the one breakdown of it that answers.
     *
     * @param controlTotal what the breakdown should add up to
     * @param total what its lines add up to
     */
    @Schema(name = "CitedSubmission")
    record Submission(
            UUID submission,
            String entity,
            int year,
            long breakdown,

            @Schema(examples = "[\"function\", \"location\"]")
            DimensionSet dimensions,

            long lines,
            Usd total,
            Usd controlTotal) {
        private static Submission of(Publication publication, PublishedBreakdown breakdown) {
            return new Submission(
                    publication.submission(),
                    publication.entity(),
                    publication.year(),
                    breakdown.breakdown(),
                    breakdown.dimensions(),
                    breakdown.lines(),
                    new Usd(breakdown.total()),
                    new Usd(publication.controlTotal()));
        }
    }

    /** A code list in the version that was asked, with its groups. */
    @Schema(name = "CitedCodeList")
    record UsedList(String list, String version, List<UsedHierarchy> hierarchies) {
        private static UsedList of(Dimension dimension, Members members) {
            return new UsedList(
                    dimension.codeList(),
                    members.list(dimension).version(),
                    members.groupings(dimension).stream()
                            .map(Grouping::hierarchy)
                            .map(hierarchy -> new UsedHierarchy(hierarchy.id(), hierarchy.version()))
                            .toList());
        }
    }

    @Schema(name = "CitedHierarchy")
    record UsedHierarchy(String hierarchy, String version) {}

    static Sources of(Inquiry inquiry) {
        List<Submission> submissions = new ArrayList<>();
        for (Standing.Pick pick : inquiry.choice().withCompared().picks()) {
            pick.breakdown().ifPresent(breakdown -> submissions.add(Submission.of(pick.publication(), breakdown)));
        }
        Set<Dimension> used = EnumSet.of(Dimension.ENTITY);
        used.addAll(inquiry.question().dimensions().dimensions());
        return new Sources(
                submissions,
                used.stream()
                        .map(dimension -> UsedList.of(dimension, inquiry.members()))
                        .toList());
    }
}

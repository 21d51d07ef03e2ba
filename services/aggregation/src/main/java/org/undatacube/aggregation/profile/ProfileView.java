package org.undatacube.aggregation.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.coverage.Coverage;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.coverage.Obstacle;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Language;

/**
 * What is known of one entity, place, goal or contributor.
 *
 * @param kind entity, country, sdg or contributor
 * @param year of which the figures are, but for the trend
 * @param edition the edition that last changed anything of it
 * @param publishedAt when that edition was published; absent for edition 0
 * @param cubes what each cube that has its dimension says
 * @param gaps what of the year is published but not in some block, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileView(
        String kind,
        @JsonUnwrapped Identity identity,
        int year,
        long edition,
        Instant publishedAt,
        List<OfCube> cubes,
        List<Missing> gaps) {

    /** @param language of the names of members */
    static ProfileView of(ProfileInquiry asked, Language language) {
        Edition edition = asked.shownEdition();
        ProfileBlocks blocks = new ProfileBlocks(asked, language);
        return new ProfileView(
                asked.subject().kind().code(),
                new Identities(asked.subject(), language).of(asked.year()),
                asked.year(),
                edition.number(),
                edition.publishedAt(),
                blocks.cubes(),
                blocks.gaps());
    }

    /**
     * Who or what it is, by its code list.
     *
     * @param level on which it stands
     * @param labels by language
     * @param definition what it means in the standard; absent where the list has none
     * @param notes what a reader of its figures must know; absent where the list has none
     * @param validFrom the first year in which it may be reported; absent where there is no bound
     * @param validTo the last year in which it may be reported; absent where there is no bound
     * @param supersededBy the code that took its place; absent where none did
     * @param parents those above it, top first
     * @param groups in which it is in the year
     */
    @Schema(name = "ProfileIdentity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Identity(
            Dimension dimension,
            String code,
            String level,
            Map<String, String> labels,
            String definition,
            String notes,
            Integer validFrom,
            Integer validTo,
            String supersededBy,
            List<Member> parents,
            List<Group> groups) {}

    /** A code of a list. */
    @Schema(name = "ProfileMember")
    record Member(String code, String label, String level) {}

    /** A group of one of the list's hierarchies. */
    @Schema(name = "ProfileGroup")
    record Group(String hierarchy, String code, String label) {}

    /**
     * What one cube says.
     *
     * @param figures of the year
     * @param ranks among all that stand on its level and, where it has a parent, among those that share it
     * @param mixes of what the year's figure is made up, one for each other dimension of the cube, and one of its own parts
     */
    @Schema(name = "ProfileOfCube")
    record OfCube(Flow cube, OfYear figures, List<Rank> ranks, Trend trend, List<Mix> mixes) {}

    /**
     * What every block has: the question that gives it, and how much its answer covers.
     *
     * @param href where the question can be asked
     * @param obstacle why nothing can be answered, where no breakdown gives all dimensions; else absent
     */
    @Schema(name = "ProfileBlock")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Block(
            @Schema(implementation = Question.Canonical.class)
            Question question,

            String href,
            Coverage coverage,
            Obstacle obstacle,
            List<String> notes) {}

    /**
     * Its figures of the year.
     *
     * @param amount null where nothing of it is known, as are the others
     * @param share of all amounts that are known by its dimension
     */
    @Schema(name = "ProfileFigures")
    record OfYear(
            @Schema(nullable = true) String amount,
            @Schema(nullable = true) Long lines,
            @Schema(nullable = true) String share,
            @JsonUnwrapped Block block) {}

    /**
     * Its place among others, from the same question as its figures.
     *
     * @param among those that share this parent; absent for all on its level
     * @param rank 1 for the largest amount; equal amounts share it; null where it has no line
     * @param of how many have a line
     * @param peers those next to it, the larger first
     */
    @Schema(name = "ProfileRank")
    record Rank(
            @JsonInclude(JsonInclude.Include.NON_NULL) Member among,
            @Schema(nullable = true) Integer rank,
            int of,
            List<Peer> peers) {}

    @Schema(name = "ProfilePeer")
    record Peer(int rank, @JsonUnwrapped Part part) {}

    /**
     * One member and its amount.
     *
     * @param code null for the others together
     * @param share of the total of the question; null where that is zero
     */
    @Schema(name = "ProfilePart")
    record Part(
            @Schema(nullable = true) String code,
            String label,
            String amount,
            Long lines,
            @Schema(nullable = true) String share) {
        static Part of(Cell cell) {
            Cell.Key.Member member = (Cell.Key.Member) cell.keys().get(0);
            Figures figures = cell.figures();
            return new Part(
                    member.code(),
                    member.label(),
                    (String) shown(figures, Measure.Plain.AMOUNT),
                    (Long) shown(figures, Measure.Plain.LINES),
                    (String) shown(figures, Measure.Share.TOTAL));
        }
    }

    /** Its figures of every year. */
    @Schema(name = "ProfileTrend")
    record Trend(List<Point> years, @JsonUnwrapped Block block) {}

    /**
     * Its figures of one year.
     *
     * @param change on the year before; null where nothing of that year is known
     * @param growth the change as a part of the year before
     */
    @Schema(name = "ProfilePoint")
    record Point(
            int year,
            String amount,
            Long lines,
            @Schema(nullable = true) String change,
            @Schema(nullable = true) String growth) {}

    /**
     * Its figure of the year by the members of a dimension.
     *
     * @param parts the largest ten, the largest first
     * @param others all others together; absent where there are none
     * @param total of all
     */
    @Schema(name = "ProfileMix")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mix(
            Dimension dimension,
            String level,
            List<Part> parts,
            Part others,
            String total,
            @JsonUnwrapped Block block) {}

    /**
     * What is published but cannot be had by some dimensions.
     *
     * @param entities whose figures of the year are missing
     * @param href where the question can be asked, with what each of the entities has published instead
     */
    @Schema(name = "ProfileGap")
    record Missing(
            Flow cube,
            DimensionSet dimensions,
            List<String> entities,
            Usd amountReported,
            String reason,
            String href) {}

    static Object shown(Figures figures, Measure measure) {
        return figures.shown(figures.measures().indexOf(measure));
    }
}

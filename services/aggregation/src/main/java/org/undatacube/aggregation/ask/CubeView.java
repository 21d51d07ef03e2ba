package org.undatacube.aggregation.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.CubeMeasures;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.codelists.Hierarchy;

/**
 * A cube: what can be asked of it.
 *
 * @param years those of which anything is published
 * @param editions all of them, oldest first; each can be asked with {@code edition=}
 */
record CubeView(
        String cube,
        String title,
        long edition,
        Instant publishedAt,
        List<Integer> years,
        List<DimensionView> dimensions,
        List<MeasureView> measures,
        List<EditionView> editions,
        String aggregateHref) {

    private static final String ADDRESS = "/api/v1/cubes";

    /**
     * @param drilldowns how its levels, top first, and its hierarchies are written in {@code drilldown=}
     * @param hierarchies of named groups, which questions may name in the place of a level; absent for the year
     * @param codeList the registry's list of its members; absent for the year
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DimensionView(
            String dimension,
            String title,
            String codeList,
            List<String> levels,
            List<String> drilldowns,
            List<HierarchyView> hierarchies,
            String membersHref) {}

    /**
     * @param overlaps whether a line can be in two groups, so that their figures do not add up to the whole
     * @param href where the registry has it with its members
     */
    record HierarchyView(
            String hierarchy, String title, String version, boolean overlaps, List<GroupView> groups, String href) {
        static HierarchyView of(Dimension dimension, Grouping grouping, boolean overlaps) {
            Hierarchy hierarchy = grouping.hierarchy();
            return new HierarchyView(
                    hierarchy.id(),
                    hierarchy.englishTitle(),
                    hierarchy.version(),
                    overlaps,
                    hierarchy.groups().stream()
                            .map(group -> new GroupView(group.code(), group.englishLabel()))
                            .toList(),
                    "/api/v1/code-lists/" + dimension.codeList() + "/hierarchies/" + hierarchy.id());
        }
    }

    record GroupView(String code, String label) {}

    record MeasureView(String measure, String meaning) {}

    record EditionView(long edition, Instant publishedAt) {}

    /** A cube in the list of cubes. */
    @Schema(name = "CubeSummary")
    record Summary(String cube, String title, long edition, Instant publishedAt, String href) {
        static Summary of(Flow cube, Edition edition) {
            return new Summary(cube.code(), titleOf(cube), edition.number(), edition.publishedAt(), hrefOf(cube));
        }
    }

    static CubeView of(Flow cube, Snapshot snapshot, Members members) {
        Catalogue catalogue = snapshot.catalogue();
        Edition current = catalogue.current();
        return new CubeView(
                cube.code(),
                titleOf(cube),
                current.number(),
                current.publishedAt(),
                years(cube, catalogue),
                Stream.concat(
                                CubeDimensions.of(cube).stream().map(dimension -> dimension(cube, dimension, members)),
                                Stream.of(year(cube)))
                        .toList(),
                CubeMeasures.of(cube, members).stream()
                        .map(measure -> new MeasureView(measure.key(), measure.meaning()))
                        .toList(),
                catalogue.editions().stream()
                        .map(edition -> new EditionView(edition.number(), edition.publishedAt()))
                        .toList(),
                hrefOf(cube) + "/aggregate");
    }

    /** The years of which anything is published in the last edition. */
    static List<Integer> years(Flow cube, Catalogue catalogue) {
        return catalogue.published(cube, catalogue.current()).stream()
                .map(Publication::year)
                .distinct()
                .sorted()
                .toList();
    }

    private static DimensionView dimension(Flow cube, Dimension dimension, Members members) {
        return new DimensionView(
                dimension.code(),
                members.list(dimension).title(),
                dimension.codeList(),
                members.levels(dimension),
                members.levelsAndHierarchies(dimension).stream()
                        .map(level -> dimension.code() + "." + level)
                        .toList(),
                members.groupings(dimension).stream()
                        .map(grouping -> hierarchy(dimension, grouping, members))
                        .toList(),
                hrefOf(cube) + "/members/" + dimension.code());
    }

    private static HierarchyView hierarchy(Dimension dimension, Grouping grouping, Members members) {
        Projection then = members.byGroup(dimension, grouping.hierarchy().id(), Structure.THEN);
        return HierarchyView.of(dimension, grouping, then.overlaps());
    }

    private static DimensionView year(Flow cube) {
        List<String> year = List.of(Cubes.YEAR);
        return new DimensionView(Cubes.YEAR, "Year", null, year, year, null, hrefOf(cube) + "/members/" + Cubes.YEAR);
    }

    private static String titleOf(Flow cube) {
        return switch (cube) {
            case REVENUE -> "Revenue of the UN system";
            case EXPENSE -> "Expenses of the UN system";
        };
    }

    private static String hrefOf(Flow cube) {
        return ADDRESS + "/" + cube.code();
    }
}

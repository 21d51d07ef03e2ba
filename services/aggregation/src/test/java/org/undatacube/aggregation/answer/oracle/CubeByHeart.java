package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.codelists.Hierarchy;

/** One edition of two entities and two years, small enough to be added up by heart. */
final class CubeByHeart {
    private static final DimensionSet LOCATION = DimensionSet.of(Dimension.LOCATION);
    private static final DimensionSet LOCATION_AND_CONTRIBUTOR =
            DimensionSet.of(Dimension.LOCATION, Dimension.CONTRIBUTOR);
    private static final DimensionSet SDG = DimensionSet.of(Dimension.SDG);

    private final Map<Long, List<PublishedLine>> lines = new LinkedHashMap<>();

    private CubeByHeart() {}

    static Material material() {
        CubeByHeart cube = new CubeByHeart();
        List<Publication> publications = List.of(
                cube.publication(
                        "A",
                        2020,
                        "20",
                        cube.given(LOCATION_AND_CONTRIBUTOR, "A SU SWE 10", "A ML SWE 5", "A ML UNX 5")),
                cube.publication(
                        "A",
                        2021,
                        "8",
                        cube.given(LOCATION_AND_CONTRIBUTOR, "A SU SWE 4", "A JP UNX 6", "A AFR SWE -2"),
                        cube.given(SDG, "A G1 8")),
                cube.publication("B", 2020, "7", cube.given(SDG, "B G1 7")),
                cube.publication("B", 2021, "30", cube.given(LOCATION, "B ML 30")));
        return new Material(
                lists(),
                Map.of(Dimension.LOCATION, List.of(groups())),
                List.of(new EditionChange(1, Instant.parse("2023-06-30T00:00:00Z"), publications)),
                cube.lines);
    }

    private static Map<Dimension, CodeList> lists() {
        Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, list(dimension, "only-level", code("X", "only-level", null, null, null)));
        }
        lists.put(
                Dimension.ENTITY,
                list(
                        Dimension.ENTITY,
                        "entity",
                        code("A", "entity", null, null, null),
                        code("B", "entity", null, null, null)));
        lists.put(Dimension.SDG, list(Dimension.SDG, "goal", code("G1", "goal", null, null, null)));
        lists.put(
                Dimension.LOCATION,
                list(
                        Dimension.LOCATION,
                        "region country",
                        code("AFR", "region", null, null, null),
                        code("ASI", "region", null, null, null),
                        code("SU", "country", "AFR", 2021, "SD0"),
                        code("SD0", "country", "AFR", 2022, "SDN"),
                        code("SDN", "country", "ASI", null, null),
                        code("ML", "country", "AFR", null, null),
                        code("JP", "country", "ASI", null, null)));
        lists.put(
                Dimension.CONTRIBUTOR,
                list(
                        Dimension.CONTRIBUTOR,
                        "type contributor",
                        code("C01", "type", null, null, null),
                        code("C04C", "type", null, null, null),
                        code("SWE", "contributor", "C01", null, null),
                        code("UNX", "contributor", "C04C", null, null)));
        return lists;
    }

    private static CodeList list(Dimension dimension, String levels, Code... codes) {
        return new CodeList(
                dimension.codeList(), dimension.code(), "1", List.of(levels.split(" ", -1)), List.of(codes));
    }

    private static Code code(String code, String level, String parent, Integer validTo, String successor) {
        return new Code(
                code,
                level,
                parent,
                Map.of("en", "The " + code),
                Map.of(),
                null,
                null,
                null,
                validTo,
                successor,
                List.of(),
                Map.of());
    }

    /** Mali is in both, in one of them only from 2021 on. */
    private static Hierarchy groups() {
        return new Hierarchy(
                "groups",
                "1",
                false,
                Map.of("en", "Groups"),
                null,
                List.of(
                        group(
                                "LDC",
                                new Hierarchy.Membership("ML", 2021, null),
                                new Hierarchy.Membership("SDN", null, null)),
                        group("SAHEL", new Hierarchy.Membership("ML", null, null))));
    }

    private static Hierarchy.Group group(String code, Hierarchy.Membership... members) {
        return new Hierarchy.Group(code, Map.of("en", code), Map.of(), null, null, List.of(members));
    }

    private Publication publication(String entity, int year, String control, PublishedBreakdown... breakdowns) {
        return new Publication(
                new UUID(1, lines.size()), entity, year, Flow.EXPENSE, new BigDecimal(control), List.of(breakdowns));
    }

    /** @param lines entity, a code for each dimension in the standards' order, and the amount */
    private PublishedBreakdown given(DimensionSet dimensions, String... lines) {
        long id = this.lines.size() + 1L;
        List<PublishedLine> own = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(" ", -1);
            Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
            codes.put(Dimension.ENTITY, fields[0]);
            for (int index = 0; index < dimensions.size(); index++) {
                codes.put(dimensions.inOrder().get(index), fields[index + 1]);
            }
            own.add(new PublishedLine(id, own.size() + 1L, codes, new BigDecimal(fields[fields.length - 1])));
        }
        this.lines.put(id, own);
        BigDecimal total = Stream.of(lines)
                .map(line -> new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PublishedBreakdown(id, dimensions, own.size(), total, false);
    }
}

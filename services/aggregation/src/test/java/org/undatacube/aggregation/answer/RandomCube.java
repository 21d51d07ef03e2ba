package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Members;
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

/** Code lists with ragged hierarchies, and editions that publish, restate, supplement and withdraw. */
public final class RandomCube {
    public static final String UNKNOWN = "unlisted";

    public final Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
    public final Map<Dimension, List<Hierarchy>> hierarchies = new EnumMap<>(Dimension.class);
    public final List<EditionChange> changes = new ArrayList<>();
    public final Map<Long, List<PublishedLine>> lines = new LinkedHashMap<>();

    private final Random random;
    private final Map<String, Publication> inForce = new HashMap<>();

    public RandomCube(Random random) {
        this.random = random;
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, dimension == Dimension.ENTITY ? entities() : list(dimension));
            hierarchies.put(
                    dimension,
                    Stream.of("ones", "others")
                            .limit(random.nextInt(3))
                            .map(id -> hierarchy(id, dimension))
                            .toList());
        }
        int editions = 1 + random.nextInt(5);
        for (int edition = 1; edition <= editions; edition++) {
            changes.add(change(edition));
        }
    }

    public Members members() {
        return new Members(lists, hierarchies);
    }

    public List<PublishedLine> linesOf(EditionChange change) {
        return change.publications().stream()
                .flatMap(publication -> publication.breakdowns().stream())
                .filter(breakdown -> !breakdown.carried())
                .flatMap(breakdown -> lines.get(breakdown.breakdown()).stream())
                .toList();
    }

    public String anyCode(Dimension dimension) {
        List<Code> codes = lists.get(dimension).codes();
        return codes.get(random.nextInt(codes.size())).code();
    }

    private CodeList entities() {
        List<Code> codes = new ArrayList<>();
        for (String type : List.of("T1", "T2")) {
            codes.add(code(type, "type", null));
        }
        for (int entity = 1; entity <= 4; entity++) {
            codes.add(code("N" + entity, "entity", random.nextInt(5) == 0 ? null : "T" + (1 + random.nextInt(2))));
            if (random.nextBoolean()) {
                codes.add(code("N" + entity + "-S", "subentity", "N" + entity));
            }
        }
        return new CodeList("entities", "Entities", "1", List.of("type", "entity", "subentity"), codes);
    }

    /** A parent stands on any level above, so that paths leave levels out. */
    private CodeList list(Dimension dimension) {
        List<String> levels = List.of("high", "middle", "low").subList(0, 1 + random.nextInt(3));
        List<Code> codes = new ArrayList<>();
        for (int number = 0; number < 3 + random.nextInt(8); number++) {
            int depth = codes.isEmpty() ? 0 : random.nextInt(levels.size());
            List<Code> above = codes.stream()
                    .filter(code -> levels.indexOf(code.level()) < depth)
                    .toList();
            String parent = above.isEmpty() || random.nextInt(6) == 0
                    ? null
                    : above.get(random.nextInt(above.size())).code();
            codes.add(code(number + (random.nextBoolean() ? " &" : ""), levels.get(depth), parent));
        }
        return new CodeList(dimension.codeList(), dimension.code(), "1", levels, codes);
    }

    private static Code code(String code, String level, String parent) {
        return new Code(
                code,
                level,
                parent,
                Map.of("en", "The " + code),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }

    /** Members on any level, some of them below others; years with and without bounds, before, in and after the cube's. */
    private Hierarchy hierarchy(String id, Dimension dimension) {
        List<Hierarchy.Group> groups = new ArrayList<>();
        for (int group = 1 + random.nextInt(3); group > 0; group--) {
            List<Hierarchy.Membership> members = new ArrayList<>();
            for (int number = random.nextInt(5); number > 0; number--) {
                int first = 2018 + random.nextInt(5);
                members.add(new Hierarchy.Membership(
                        anyCode(dimension),
                        random.nextInt(3) == 0 ? null : first,
                        random.nextInt(3) == 0 ? null : first + random.nextInt(3)));
            }
            groups.add(new Hierarchy.Group(
                    "G" + group, Map.of("en", "The group " + group), Map.of(), null, null, members));
        }
        return new Hierarchy(id, "1.0.0", random.nextBoolean(), Map.of("en", id), null, groups);
    }

    private EditionChange change(long edition) {
        Map<String, Publication> publications = new LinkedHashMap<>();
        for (int number = 0; number < 1 + random.nextInt(5); number++) {
            Flow flow = random.nextInt(3) == 0 ? Flow.REVENUE : Flow.EXPENSE;
            String entity = "N" + (1 + random.nextInt(4));
            int year = 2020 + random.nextInt(3);
            String place = flow + entity + year;
            if (!publications.containsKey(place)) {
                publications.put(place, publication(flow, entity, year, inForce.get(place)));
            }
        }
        inForce.putAll(publications);
        return new EditionChange(
                edition,
                Instant.parse("2025-01-01T00:00:00Z").plusSeconds(edition * 1_000),
                List.copyOf(publications.values()));
    }

    private Publication publication(Flow flow, String entity, int year, Publication before) {
        List<PublishedBreakdown> breakdowns = new ArrayList<>();
        Set<DimensionSet> given = new HashSet<>();
        int wanted = before != null && random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
        for (int number = 0; number < wanted; number++) {
            DimensionSet dimensions = dimensions(flow);
            if (given.add(dimensions)) {
                breakdowns.add(breakdown(entity, dimensions));
            }
        }
        if (before != null && wanted > 0 && random.nextBoolean()) {
            before.breakdowns().stream()
                    .filter(breakdown -> given.add(breakdown.dimensions()))
                    .forEach(breakdown -> breakdowns.add(carried(breakdown)));
        }
        BigDecimal control = breakdowns.isEmpty()
                ? BigDecimal.TEN
                : breakdowns.get(random.nextInt(breakdowns.size())).total();
        BigDecimal off = random.nextInt(4) == 0 ? amount() : BigDecimal.valueOf(random.nextInt(3) - 1);
        return new Publication(new UUID(random.nextLong(), 0), entity, year, flow, control.add(off), breakdowns);
    }

    private static PublishedBreakdown carried(PublishedBreakdown breakdown) {
        return new PublishedBreakdown(
                breakdown.breakdown(), breakdown.dimensions(), breakdown.lines(), breakdown.total(), true);
    }

    private DimensionSet dimensions(Flow flow) {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        int odds = 2 + random.nextInt(3);
        for (Dimension dimension : flow.dimensions()) {
            if (random.nextInt(odds) != 0) {
                dimensions.add(dimension);
            }
        }
        return new DimensionSet(dimensions);
    }

    private PublishedBreakdown breakdown(String entity, DimensionSet dimensions) {
        long id = lines.size() + 1L;
        List<PublishedLine> own = new ArrayList<>();
        for (int number = random.nextInt(10); number > 0; number--) {
            Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
            boolean hasPart = lists.get(Dimension.ENTITY).find(entity + "-S").isPresent();
            codes.put(Dimension.ENTITY, hasPart && random.nextBoolean() ? entity + "-S" : entity);
            dimensions.dimensions().forEach(dimension -> codes.put(dimension, lineCode(dimension)));
            own.add(new PublishedLine(id, own.size() + 1L, codes, amount()));
            if (random.nextInt(5) == 0) {
                own.add(new PublishedLine(
                        id, own.size() + 1L, codes, own.get(own.size() - 1).amount()));
            }
        }
        lines.put(id, own);
        BigDecimal total = own.stream().map(PublishedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PublishedBreakdown(id, dimensions, own.size(), total, false);
    }

    private String lineCode(Dimension dimension) {
        return random.nextInt(12) == 0 ? UNKNOWN : anyCode(dimension);
    }

    private BigDecimal amount() {
        return new BigDecimal(new BigInteger(1 + random.nextInt(70), random), random.nextInt(10))
                .multiply(BigDecimal.valueOf(random.nextInt(3) - 1));
    }
}

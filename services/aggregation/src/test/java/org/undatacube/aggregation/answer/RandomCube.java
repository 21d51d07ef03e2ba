package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
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

    private static final int FEW_LINES = 9;

    public final Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
    public final Map<Dimension, List<Hierarchy>> hierarchies = new EnumMap<>(Dimension.class);
    public final List<EditionChange> changes = new ArrayList<>();
    public final Map<Long, List<PublishedLine>> lines = new LinkedHashMap<>();

    private final Random random;
    private final int mostLines;
    private final Map<String, Publication> inForce = new HashMap<>();
    /** What most publications give together. */
    private final Map<Flow, DimensionSet> usual = new EnumMap<>(Flow.class);

    public RandomCube(Random random) {
        this(random, FEW_LINES);
    }

    /** @param mostLines of a breakdown, but for those that it has twice */
    public RandomCube(Random random, int mostLines) {
        this.random = random;
        this.mostLines = mostLines;
        RandomLists randomLists = new RandomLists(random);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, randomLists.list(dimension));
            hierarchies.put(
                    dimension,
                    Stream.of("ones", "others")
                            .limit(random.nextInt(3))
                            .map(id -> randomLists.hierarchy(id, lists.get(dimension)))
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

    private EditionChange change(long edition) {
        Map<String, Publication> publications = new LinkedHashMap<>();
        for (int number = edition == 1 ? 4 + random.nextInt(8) : 1 + random.nextInt(5); number > 0; number--) {
            Flow flow = random.nextInt(3) == 0 ? Flow.REVENUE : Flow.EXPENSE;
            String entity = random.nextInt(20) == 0 ? UNKNOWN : "N" + (1 + random.nextInt(4));
            int year = 2020 + random.nextInt(3);
            String place = flow + entity + year;
            if (!publications.containsKey(place)) {
                publications.put(place, publication(flow, entity, year, inForce.get(place)));
            }
        }
        inForce.putAll(publications);
        return new EditionChange(
                edition,
                Instant.parse("2018-05-01T00:00:00Z").plus(Duration.ofDays(370 * edition)),
                List.copyOf(publications.values()));
    }

    private Publication publication(Flow flow, String entity, int year, Publication before) {
        List<PublishedBreakdown> breakdowns = new ArrayList<>();
        Set<DimensionSet> given = new HashSet<>();
        int wanted = before != null && random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
        for (int number = 0; number < wanted; number++) {
            DimensionSet dimensions =
                    random.nextInt(3) == 0 ? dimensions(flow) : usual.computeIfAbsent(flow, this::dimensions);
            if (given.add(dimensions)) {
                breakdowns.add(breakdown(entity, dimensions));
            }
        }
        if (before != null && wanted > 0 && random.nextBoolean()) {
            before.breakdowns().stream()
                    .filter(breakdown -> given.add(breakdown.dimensions()))
                    .forEach(breakdown -> breakdowns.add(carried(breakdown, before)));
        }
        BigDecimal control = breakdowns.isEmpty()
                ? BigDecimal.TEN
                : breakdowns.get(random.nextInt(breakdowns.size())).total();
        BigDecimal off = random.nextInt(4) == 0 ? amount() : BigDecimal.valueOf(random.nextInt(3) - 1);
        UUID submission = new UUID(random.nextLong(), 0);
        String contentHash = random.nextInt(9) == 0 ? null : "hash of " + submission;
        return new Publication(submission, entity, year, flow, control.add(off), breakdowns, contentHash);
    }

    private static PublishedBreakdown carried(PublishedBreakdown breakdown, Publication before) {
        return new PublishedBreakdown(
                breakdown.breakdown(),
                breakdown.dimensions(),
                breakdown.lines(),
                breakdown.total(),
                true,
                before.sourceOf(breakdown));
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
        for (int number = random.nextInt(mostLines + 1); number > 0; number--) {
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
        BigDecimal amount = random.nextInt(3) == 0
                ? BigDecimal.valueOf(random.nextInt(5))
                : new BigDecimal(new BigInteger(1 + random.nextInt(70), random), random.nextInt(10));
        return random.nextInt(3) == 0 ? amount.negate() : amount;
    }
}

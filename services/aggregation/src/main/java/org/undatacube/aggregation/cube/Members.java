package org.undatacube.aggregation.cube;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.http.Language;

/** The members of every dimension: one version of each code list and of each hierarchy of its codes. */
public final class Members {
    /** The level of the entity dimension on which the organisations stand that report on their own. */
    public static final String ENTITY_LEVEL = "entity";

    /** About 30 MiB. */
    private static final long MOST_STAYS = 200_000;

    private static final int STAYS_OF_AN_EMPTY_ONE = 200;

    /** About 20 MiB. */
    private static final int MOST_CLASSIFICATIONS = 32;

    private final Map<Dimension, CodeList> lists;
    private final Map<Dimension, List<Grouping>> groupings = new EnumMap<>(Dimension.class);
    /** Of so many years can be asked that not all are kept. */
    private final Cache<ClassificationKey, Classification> classifications = Caffeine.newBuilder()
            .maximumSize(MOST_CLASSIFICATIONS)
            .executor(Runnable::run)
            .build();

    private final Cache<ProjectionKey, Projection> projections = Caffeine.newBuilder()
            .maximumWeight(MOST_STAYS)
            .weigher((ProjectionKey key, Projection projection) ->
                    STAYS_OF_AN_EMPTY_ONE + projection.stays().size())
            .executor(Runnable::run)
            .build();

    private final Map<Dimension, Map<String, Integer>> positions = new ConcurrentHashMap<>();
    private final Map<String, List<String>> parts = new ConcurrentHashMap<>();
    private final Map<Dimension, Map<String, List<String>>> codesByLevel = new ConcurrentHashMap<>();

    private record ClassificationKey(Dimension dimension, Structure structure) {}

    private record ProjectionKey(Dimension dimension, String levelOrHierarchy, Structure structure) {}

    /**
     * @param lists one for every dimension
     * @param hierarchies of named groups, for the dimensions that have any
     */
    public Members(Map<Dimension, CodeList> lists, Map<Dimension, List<Hierarchy>> hierarchies) {
        if (lists.size() != Dimension.values().length) {
            throw new IllegalArgumentException("Code lists are missing: there are only those of " + lists.keySet());
        }
        this.lists = new EnumMap<>(lists);
        hierarchies.forEach((dimension, its) -> groupings.put(
                dimension,
                its.stream().map(hierarchy -> new Grouping(hierarchy)).toList()));
    }

    /** Whether a dimension's members are those of this very list, and its groups those of equal hierarchies. */
    public boolean areOf(Dimension dimension, CodeList list, List<Hierarchy> hierarchies) {
        return list(dimension) == list
                && groupings(dimension).stream()
                        .map(Grouping::hierarchy)
                        .toList()
                        .equals(hierarchies);
    }

    public CodeList list(Dimension dimension) {
        return lists.get(dimension);
    }

    /** The codes on one level of a dimension, in the list's own order. */
    public List<String> codesOn(Dimension dimension, String level) {
        return codesByLevel
                .computeIfAbsent(dimension, its -> codesByLevel(list(its)))
                .getOrDefault(level, List.of());
    }

    private static Map<String, List<String>> codesByLevel(CodeList list) {
        return list.codes().stream()
                .collect(Collectors.groupingBy(Code::level, Collectors.mapping(Code::code, Collectors.toList())));
    }

    /** Names of the levels of a dimension, top first. */
    public List<String> levels(Dimension dimension) {
        return list(dimension).levels();
    }

    /** The hierarchies that a question may name in the place of a level. */
    public List<Grouping> groupings(Dimension dimension) {
        return groupings.getOrDefault(dimension, List.of());
    }

    public Optional<Grouping> grouping(Dimension dimension, String hierarchy) {
        return groupings(dimension).stream()
                .filter(grouping -> grouping.hierarchy().id().equals(hierarchy))
                .findFirst();
    }

    /** Names of the levels of a dimension and of its hierarchies. */
    public List<String> levelsAndHierarchies(Dimension dimension) {
        return Stream.concat(
                        levels(dimension).stream(),
                        groupings(dimension).stream()
                                .map(grouping -> grouping.hierarchy().id()))
                .toList();
    }

    /** The name, in English where there is none in the language, or the code itself where the list does not have it. */
    public String label(Dimension dimension, String code, Language language) {
        return list(dimension)
                .find(code)
                .map(found -> found.labelIn(language.code()))
                .orElse(code);
    }

    /** The list's own order of codes; those that it does not have come last. */
    public Comparator<String> order(Dimension dimension) {
        Map<String, Integer> positions = this.positions.computeIfAbsent(dimension, its -> positions(list(its)));
        return Comparator.<String>comparingInt(code -> positions.getOrDefault(code, Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder());
    }

    private static Map<String, Integer> positions(CodeList list) {
        Map<String, Integer> positions = new HashMap<>();
        list.codes().forEach(code -> positions.put(code.code(), positions.size()));
        return positions;
    }

    /** Under which members of a level lines are shown. */
    public Projection byLevel(Dimension dimension, String level, Structure structure) {
        return projections.get(
                new ProjectionKey(dimension, level, structure),
                key -> classification(dimension, structure).byLevel(level));
    }

    /** Under which groups of a hierarchy lines are shown. */
    public Projection byGroup(Dimension dimension, String hierarchy, Structure structure) {
        return projections.get(
                new ProjectionKey(dimension, hierarchy, structure),
                key -> classification(dimension, structure)
                        .byGroup(grouping(dimension, hierarchy).orElseThrow()));
    }

    /** The lines that are shown under one of the members or under a code below one. */
    public Selection below(Dimension dimension, Collection<String> members, Structure structure) {
        return classification(dimension, structure).below(members);
    }

    /** The lines that are shown under one of the codes themselves. */
    public Selection only(Dimension dimension, Collection<String> codes, Structure structure) {
        return classification(dimension, structure).only(codes);
    }

    /** The lines that are, in their year, in one of the groups, among which may be {@link Grouping#NO_GROUP}. */
    public Selection inGroups(Dimension dimension, String hierarchy, Collection<String> groups, Structure structure) {
        return byGroup(dimension, hierarchy, structure).under(groups);
    }

    /** The codes that the lines of an entity may have: its own and those below it. */
    public List<String> partsOf(String entity) {
        return parts.computeIfAbsent(entity, this::findParts);
    }

    private List<String> findParts(String entity) {
        CodeList entities = list(Dimension.ENTITY);
        return entities.find(entity).isEmpty()
                ? List.of(entity)
                : entities.codes().stream()
                        .filter(code -> entities.path(code).stream()
                                .anyMatch(step -> step.code().equals(entity)))
                        .map(Code::code)
                        .toList();
    }

    private Classification classification(Dimension dimension, Structure structure) {
        return classifications.get(
                new ClassificationKey(dimension, structure),
                key -> new Classification(dimension, list(dimension), structure));
    }

    /** Changes whenever anything changes that an answer could show of any code list or hierarchy. */
    public String version() {
        return lists.keySet().stream().map(this::version).collect(Collectors.joining(","));
    }

    /** Changes whenever anything changes that an answer could show of the list and its hierarchies. */
    public String version(Dimension dimension) {
        String list = dimension.codeList() + "=" + list(dimension).version();
        return groupings(dimension).stream()
                .map(Grouping::hierarchy)
                .map(hierarchy -> "," + dimension.codeList() + "/" + hierarchy.id() + "=" + hierarchy.version())
                .collect(Collectors.joining("", list, ""));
    }
}

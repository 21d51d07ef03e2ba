package org.undatacube.aggregation.cube;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** The members of every dimension: one version of each code list and of each hierarchy of its codes. */
public final class Members {
    /** The level of the entity dimension on which the organisations stand that report on their own. */
    public static final String ENTITY_LEVEL = "entity";

    private final Map<Dimension, CodeList> lists;
    private final Map<Dimension, List<Grouping>> groupings = new EnumMap<>(Dimension.class);

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
                its.stream()
                        .map(hierarchy -> new Grouping(hierarchy, lists.get(dimension)))
                        .toList()));
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

    /** The English name, or the code itself where the list does not have it. */
    public String label(Dimension dimension, String code) {
        return list(dimension).find(code).map(Code::englishLabel).orElse(code);
    }

    /** The codes that a cut by these members selects: their own and all below them. */
    public Set<String> atOrBelow(Dimension dimension, Collection<String> members) {
        Set<String> wanted = Set.copyOf(members);
        return list(dimension).codes().stream()
                .filter(code -> isAtOrBelow(dimension, code, wanted))
                .map(Code::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The code and all above it; the code alone where the list does not have it. */
    public Set<String> atOrAbove(Dimension dimension, String code) {
        return list(dimension)
                .find(code)
                .map(known ->
                        list(dimension).path(known).stream().map(Code::code).collect(Collectors.toSet()))
                .orElse(Set.of(code));
    }

    /** Changes whenever anything changes that an answer could show of any code list or hierarchy. */
    public String version() {
        return lists.keySet().stream().map(this::version).collect(Collectors.joining(","));
    }

    private String version(Dimension dimension) {
        String list = dimension.codeList() + "=" + list(dimension).version();
        return groupings(dimension).stream()
                .map(Grouping::hierarchy)
                .map(hierarchy -> "," + dimension.codeList() + "/" + hierarchy.id() + "=" + hierarchy.version())
                .collect(Collectors.joining("", list, ""));
    }

    private boolean isAtOrBelow(Dimension dimension, Code code, Set<String> wanted) {
        return list(dimension).path(code).stream().map(Code::code).anyMatch(wanted::contains);
    }
}

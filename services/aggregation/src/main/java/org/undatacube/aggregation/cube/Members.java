package org.undatacube.aggregation.cube;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;

/** The members of every dimension: one version of each code list. */
public final class Members {
    /** The level of the entity dimension on which the organisations stand that report on their own. */
    public static final String ENTITY_LEVEL = "entity";

    private final Map<Dimension, CodeList> lists;

    /** @param lists one for every dimension */
    public Members(Map<Dimension, CodeList> lists) {
        if (lists.size() != Dimension.values().length) {
            throw new IllegalArgumentException("Code lists are missing: there are only those of " + lists.keySet());
        }
        this.lists = new EnumMap<>(lists);
    }

    public CodeList list(Dimension dimension) {
        return lists.get(dimension);
    }

    /** Names of the levels of a dimension, top first. */
    public List<String> levels(Dimension dimension) {
        return list(dimension).levels();
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

    /** Changes whenever anything changes that an answer could show of any code list. */
    public String version() {
        return lists.entrySet().stream()
                .map(entry -> entry.getKey().codeList() + "=" + entry.getValue().version())
                .collect(Collectors.joining(","));
    }

    private boolean isAtOrBelow(Dimension dimension, Code code, Set<String> wanted) {
        return list(dimension).path(code).stream().map(Code::code).anyMatch(wanted::contains);
    }
}

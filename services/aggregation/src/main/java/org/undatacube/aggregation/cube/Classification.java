package org.undatacube.aggregation.cube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;

/** A dimension as a structure shows it: its codes' members on each level, and their groups. */
final class Classification {
    /** Keeps a circle of successors from going on for ever. */
    private static final int MOST_SUCCESSORS = 100;

    private final Dimension dimension;
    private final CodeList list;
    private final Structure structure;
    /** Of each member the codes that are shown under it or under one below it. */
    private final Map<String, List<String>> below;
    /** Of each member the codes that are shown under it. */
    private final Map<String, List<String>> shownUnder;

    Classification(Dimension dimension, CodeList list, Structure structure) {
        this.dimension = dimension;
        this.list = list;
        this.structure = structure;
        this.below = byMember(this::path);
        this.shownUnder = byMember(code -> List.of(inStructure(code)));
    }

    Projection byLevel(String level) {
        List<Projection.Stay> stays = new ArrayList<>();
        for (Code code : list.codes()) {
            String member = memberAt(path(code), level);
            if (!member.equals(code.code())) {
                stays.add(new Projection.Stay(code.code(), YearRange.ALWAYS, member));
            }
        }
        return new Projection(dimension, stays, Optional.empty());
    }

    Projection byGroup(Grouping grouping) {
        List<Projection.Stay> stays = new ArrayList<>();
        for (Code code : list.codes()) {
            grouping.yearsByGroup(path(code))
                    .forEach((group, ranges) -> ranges.forEach(range -> years(range)
                            .ifPresent(years -> stays.add(new Projection.Stay(code.code(), years, group)))));
        }
        return new Projection(dimension, stays, Optional.of(Grouping.NO_GROUP));
    }

    /** The lines that are shown under one of the members or under a code below one. */
    Selection below(Collection<String> members) {
        return of(codes(below, members));
    }

    /** The lines that are shown under one of the codes themselves. */
    Selection only(Collection<String> codes) {
        return of(codes(shownUnder, codes));
    }

    private Set<String> codes(Map<String, List<String>> byMember, Collection<String> members) {
        return inStructure(members).stream()
                .flatMap(member -> byMember.getOrDefault(member, List.of()).stream())
                .collect(Collectors.toSet());
    }

    private Map<String, List<String>> byMember(Function<Code, List<Code>> members) {
        Map<String, List<String>> byMember = new HashMap<>();
        for (Code code : list.codes()) {
            for (Code member : members.apply(code)) {
                byMember.computeIfAbsent(member.code(), added -> new ArrayList<>())
                        .add(code.code());
            }
        }
        return byMember;
    }

    private Selection of(Collection<String> codes) {
        Map<String, List<YearRange>> stays = new HashMap<>();
        codes.forEach(code -> stays.put(code, List.of(YearRange.ALWAYS)));
        return new Selection(dimension, stays, false);
    }

    private Set<String> inStructure(Collection<String> codes) {
        return codes.stream()
                .map(code ->
                        list.find(code).map(this::inStructure).map(Code::code).orElse(code))
                .collect(Collectors.toSet());
    }

    /**
     * The code under which lines of a code are shown and those above it, that first; in a recast each of them is what
     * took its place by then.
     */
    private List<Code> path(Code code) {
        List<Code> path = new ArrayList<>();
        Optional<Code> step = Optional.of(inStructure(code));
        // what took a code's place may stand below it
        while (step.isPresent() && !path.contains(step.get())) {
            path.add(step.get());
            step = step.get().parentCode().flatMap(list::find).map(this::inStructure);
        }
        return path;
    }

    /** As {@link CodeList#memberAt}: the first that is not below the level, or the one above all. */
    private String memberAt(List<Code> path, String level) {
        int depth = list.levels().indexOf(level);
        return path.stream()
                .filter(step -> list.levels().indexOf(step.level()) <= depth)
                .findFirst()
                .orElse(path.get(path.size() - 1))
                .code();
    }

    /** The code under which lines of a code are shown: itself or, in a recast, what took its place by then. */
    private Code inStructure(Code code) {
        Code shown = code;
        if (structure.year().isPresent()) {
            int year = structure.year().get();
            for (int step = 0; step < MOST_SUCCESSORS && hasEnded(shown, year); step++) {
                Optional<Code> successor =
                        Optional.ofNullable(shown.supersededBy()).flatMap(list::find);
                if (successor.isEmpty()) {
                    return shown;
                }
                shown = successor.get();
            }
        }
        return shown;
    }

    private static boolean hasEnded(Code code, int year) {
        return code.validTo() != null && code.validTo() < year;
    }

    /** In which years lines are in a group whose members stay in it for these years. */
    private Optional<YearRange> years(YearRange stay) {
        return structure.year().isEmpty()
                ? Optional.of(stay)
                : Optional.of(YearRange.ALWAYS)
                        .filter(always -> stay.contains(structure.year().get()));
    }
}

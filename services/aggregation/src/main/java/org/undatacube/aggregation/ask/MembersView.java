package org.undatacube.aggregation.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.coverage.Coverage;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/**
 * Members of a dimension.
 *
 * @param version of the code list, or of the hierarchy where groups are asked for; absent for the year
 * @param memberCount how many there are that were asked for; the members are the first of them
 * @param coverage where those that occur were asked for: how much of what is published is looked at; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MembersView(
        String cube,
        String dimension,
        String version,
        List<String> levels,
        int memberCount,
        List<Member> members,
        Coverage coverage) {

    /**
     * @param parent the member above it, or absent at the top
     * @param amount of the lines in which it occurs; absent where that was not asked
     * @param lines how many they are; absent where that was not asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Member(
            String code,
            String level,
            String parent,
            String label,
            Integer validFrom,
            Integer validTo,
            Usd amount,
            Long lines) {
        static Member of(Code code) {
            return new Member(
                    code.code(),
                    code.level(),
                    code.parent(),
                    code.englishLabel(),
                    code.validFrom(),
                    code.validTo(),
                    null,
                    null);
        }

        private static Member named(String code, String level, String label) {
            return new Member(code, level, null, label, null, null, null, null);
        }

        private Member with(Figures figures) {
            return new Member(
                    code,
                    level,
                    parent,
                    label,
                    validFrom,
                    validTo,
                    new Usd(figures.of(Measure.Plain.AMOUNT)),
                    figures.of(Measure.Plain.LINES).longValueExact());
        }
    }

    /** The members of this view that occur in the cells of an answer of one drilldown. */
    MembersView occurringIn(Answer answer, int limit) {
        Map<String, Member> known = members.stream().collect(Collectors.toMap(Member::code, Function.identity()));
        List<Member> occurring = new ArrayList<>();
        for (Cell cell : answer.cells()) {
            String code = cell.keys().get(0) instanceof Cell.Key.Member member
                    ? member.code()
                    : Integer.toString(((Cell.Key.Year) cell.keys().get(0)).year());
            if (known.containsKey(code)) {
                occurring.add(known.get(code).with(cell.figures()));
            }
        }
        return new MembersView(
                cube,
                dimension,
                version,
                levels,
                occurring.size(),
                occurring.stream().limit(limit).toList(),
                answer.coverage());
    }

    /**
     * @param level only members on it; null for all
     * @param search only members with this in their code, name or one of their other spellings; null for all
     */
    static MembersView of(String cube, Dimension dimension, CodeList list, String level, String search, int limit) {
        Predicate<Code> wanted = code -> (level == null || code.level().equals(level))
                && (search == null || spellings(code).anyMatch(spelling -> contains(spelling, search)));
        List<Code> found = list.codes().stream().filter(wanted).toList();
        return new MembersView(
                cube,
                dimension.code(),
                list.version(),
                list.levels(),
                found.size(),
                found.stream().limit(limit).map(Member::of).toList(),
                null);
    }

    /** The groups of a hierarchy. */
    static MembersView ofGroups(
            String cube, Dimension dimension, CodeList list, Hierarchy hierarchy, String search, int limit) {
        List<Hierarchy.Group> found = hierarchy.groups().stream()
                .filter(group -> search == null
                        || Stream.of(group.code(), group.englishLabel())
                                .anyMatch(spelling -> contains(spelling, search)))
                .toList();
        return new MembersView(
                cube,
                dimension.code(),
                hierarchy.version(),
                list.levels(),
                found.size(),
                found.stream()
                        .limit(limit)
                        .map(group -> Member.named(group.code(), hierarchy.id(), group.englishLabel()))
                        .toList(),
                null);
    }

    static MembersView ofYears(String cube, List<Integer> years, String search, int limit) {
        List<String> found = years.stream()
                .map(String::valueOf)
                .filter(year -> search == null || contains(year, search))
                .toList();
        return new MembersView(
                cube,
                Cubes.YEAR,
                null,
                List.of(Cubes.YEAR),
                found.size(),
                found.stream()
                        .limit(limit)
                        .map(year -> Member.named(year, Cubes.YEAR, year))
                        .toList(),
                null);
    }

    private static Stream<String> spellings(Code code) {
        return Stream.concat(
                Stream.of(code.code(), code.englishLabel()),
                code.aliases().stream().map(Code.Alias::alias));
    }

    private static boolean contains(String spelling, String search) {
        return spelling.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }
}

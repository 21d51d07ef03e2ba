package org.undatacube.aggregation.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/**
 * Members of a dimension.
 *
 * @param version of the code list, or of the hierarchy where groups are asked for; absent for the year
 * @param memberCount how many there are that were asked for; the members are the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MembersView(
        String cube, String dimension, String version, List<String> levels, int memberCount, List<Member> members) {

    /** @param parent the member above it, or absent at the top */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Member(String code, String level, String parent, String label, Integer validFrom, Integer validTo) {
        static Member of(Code code) {
            return new Member(
                    code.code(), code.level(), code.parent(), code.englishLabel(), code.validFrom(), code.validTo());
        }
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
                found.stream().limit(limit).map(Member::of).toList());
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
                        .map(group -> new Member(group.code(), hierarchy.id(), null, group.englishLabel(), null, null))
                        .toList());
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
                        .map(year -> new Member(year, Cubes.YEAR, null, year, null, null))
                        .toList());
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

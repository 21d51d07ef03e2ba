package org.undatacube.aggregation.published;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** Small code lists with what makes the real ones hard: ragged paths, blanks, ampersands, aliases, lines on any level. */
public final class SampleLists {
    private SampleLists() {}

    /** Marks the three digits of a place in M49. */
    private static final String M49 = "m49=";

    /** One line a code: code, level, parent or -, label, and aliases after it, or its digits in M49. */
    private static final Map<Dimension, List<String>> CODES = Map.of(
            Dimension.ENTITY,
            List.of(
                    "FUND-PROGRAMME|type|-|Funds and programmes",
                    "SPECIALIZED-AGENCY|type|-|Specialized agencies",
                    "SECRETARIAT|type|-|Secretariat",
                    "UNDP|entity|FUND-PROGRAMME|UN Development Programme",
                    "WFP|entity|FUND-PROGRAMME|World Food Programme",
                    "UN|entity|SECRETARIAT|United Nations",
                    "UN-UNRISD|subentity|UN|UN Research Institute for Social Development|UNRISD",
                    "UN Tourism|entity|SPECIALIZED-AGENCY|UN Tourism|UNWTO"),
            Dimension.FUNCTION,
            List.of("E01|function|-|Development", "E02|function|-|Humanitarian", "E03|function|-|Global agenda"),
            Dimension.LOCATION,
            List.of(
                    "2|region|-|Africa|m49=002",
                    "142|region|-|Asia",
                    "G&I|region|-|Global and interregional",
                    "15|subregion|2|Northern Africa",
                    "202|subregion|2|Sub-Saharan Africa",
                    "11|intermediate|202|Western Africa",
                    "ML|country|11|Mali|MLI|466|m49=466",
                    "EG|country|15|Egypt|EGY|m49=818",
                    "NA|country|202|Namibia",
                    "AF|country|142|Afghanistan"),
            Dimension.INSTRUMENT,
            List.of(
                    "R01|group|-|Assessed",
                    "R02|group|-|Voluntary core",
                    "R03|group|-|Voluntary non-core",
                    "R02A|instrument|R02|Voluntary untied",
                    "R03B|instrument|R03|Thematic funds"),
            Dimension.SDG,
            List.of(
                    "1|goal|-|No poverty",
                    "2|goal|-|Zero hunger",
                    "5|goal|-|Gender equality",
                    "10|goal|-|Reduced inequalities",
                    "X00|goal|-|No SDG",
                    "1.a|target|1|Resources",
                    "5.1|target|5|End discrimination",
                    "5.2|target|5|End violence"),
            Dimension.CONTRIBUTOR,
            List.of(
                    "C01|type|-|Governments",
                    "C02|type|-|Non-governmental organizations",
                    "SWE|contributor|C01|Sweden",
                    "EVIL|contributor|C02|=HYPERLINK(\"x\")"),
            Dimension.GEM,
            List.of("0|marker|-|None", "1|marker|-|Some", "2|marker|-|Significant", "3|marker|-|Principal"));

    private static final Map<Dimension, List<String>> LEVELS = Map.of(
            Dimension.ENTITY, List.of("type", "entity", "subentity"),
            Dimension.FUNCTION, List.of("function"),
            Dimension.LOCATION, List.of("region", "subregion", "intermediate", "country"),
            Dimension.INSTRUMENT, List.of("group", "instrument", "fund"),
            Dimension.SDG, List.of("goal", "target"),
            Dimension.CONTRIBUTOR, List.of("type", "contributor"),
            Dimension.GEM, List.of("marker"));

    private static final Map<Dimension, List<Hierarchy>> HIERARCHIES = Map.of(
            Dimension.LOCATION,
            List.of(hierarchy(
                    "groups",
                    "1",
                    group("LDC", "Least developed countries", "ML|1971|", "AF|1971|"),
                    group("SAHEL", "Sahel", "ML|2024|"),
                    group("NORTH", "North of Africa", "15||"))),
            Dimension.SDG,
            List.of(hierarchy(
                    "five-ps",
                    "1",
                    group("PEOPLE", "People", "1||", "2||", "5||"),
                    group("PROSPERITY", "Prosperity", "10||"))),
            Dimension.ENTITY,
            List.of(hierarchy("board", "1", group("MEMBERS", "Members of the board", "UNDP|2024|", "UN-UNRISD||"))));

    public static Members members() {
        Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, list(dimension));
        }
        return new Members(lists, HIERARCHIES);
    }

    public static List<Hierarchy> hierarchies(Dimension dimension) {
        return HIERARCHIES.getOrDefault(dimension, List.of());
    }

    /** @param members one a line: code, first year or nothing, last year or nothing */
    public static Hierarchy.Group group(String code, String label, String... members) {
        List<Hierarchy.Membership> memberships = Stream.of(members)
                .map(line -> line.split("\\|", -1))
                .map(fields -> new Hierarchy.Membership(fields[0], year(fields[1]), year(fields[2])))
                .toList();
        return new Hierarchy.Group(code, Map.of("en", label), Map.of(), null, null, memberships);
    }

    public static Hierarchy hierarchy(String id, String version, Hierarchy.Group... groups) {
        return new Hierarchy(id, version, false, Map.of("en", "The hierarchy " + id), null, List.of(groups));
    }

    private static Integer year(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    public static CodeList list(Dimension dimension) {
        return list(dimension, "1", List.of());
    }

    /** The list with further codes, as a later version of it. */
    public static CodeList list(Dimension dimension, String version, List<String> further) {
        List<Code> codes = Stream.concat(CODES.get(dimension).stream(), further.stream())
                .map(SampleLists::code)
                .toList();
        return new CodeList(
                dimension.codeList(), "The list of " + dimension.codeList(), version, LEVELS.get(dimension), codes);
    }

    private static Code code(String line) {
        List<String> fields = new ArrayList<>(List.of(line.split("\\|", -1)));
        List<String> further = fields.subList(4, fields.size());
        Map<String, String> attributes = further.stream()
                .filter(field -> field.startsWith(M49))
                .findFirst()
                .map(field -> Map.of("m49", field.substring(M49.length())))
                .orElse(Map.of());
        List<Code.Alias> aliases = further.stream()
                .filter(field -> !field.startsWith(M49))
                .map(alias -> new Code.Alias(alias, "test"))
                .toList();
        String parent = fields.get(2).equals("-") ? null : fields.get(2);
        return new Code(
                fields.get(0),
                fields.get(1),
                parent,
                fields.get(0).equals("AF")
                        ? Map.of("en", fields.get(3), "es", "Afganistán", "ar", "أفغانستان")
                        : Map.of("en", fields.get(3)),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                aliases,
                attributes);
    }
}

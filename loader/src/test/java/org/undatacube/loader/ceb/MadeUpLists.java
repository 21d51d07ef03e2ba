package org.undatacube.loader.ceb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** Small code lists in the registry's form. */
final class MadeUpLists {
    private MadeUpLists() {}

    static CodeList entities() {
        return new CodeList(
                "entities",
                "Entities",
                "1",
                List.of("type", "entity", "subentity"),
                List.of(
                        code("UN", "entity", null, "Secretariat"),
                        code("UN-UNRISD", "subentity", "UN", "Research Institute", "UNRISD"),
                        code("UN-DPO", "entity", null, "Peace Operations", "DPO"),
                        code("UN Tourism", "entity", null, "Tourism", "UNWTO"),
                        code("UNDP", "entity", null, "Development Programme")));
    }

    static CodeList instruments() {
        return new CodeList(
                "instruments",
                "Instruments",
                "1",
                List.of("group", "instrument"),
                List.of(
                        code("R01", "group", null, "Assessed contributions"),
                        code("R03", "group", null, "Earmarked contributions"),
                        code("R03E", "instrument", "R03", "Project/programme contributions", "Project contributions"),
                        code("R03F", "instrument", "R03", "In-kind earmarked contributions")));
    }

    static CodeList functions() {
        return new CodeList(
                "functions",
                "Functions",
                "1",
                List.of("function"),
                List.of(
                        code("E01", "function", null, "Development", "Development Assistance"),
                        code("E02", "function", null, "Humanitarian", "Humanitarian Assistance")));
    }

    static CodeList sdgs() {
        List<Code> codes = new ArrayList<>();
        Stream.of("3", "8", "X00").forEach(goal -> codes.add(code(goal, "goal", null, "Goal " + goal)));
        Stream.of("3.d", "8.1", "8.2", "8.10")
                .forEach(target -> codes.add(
                        code(target, "target", target.substring(0, target.indexOf('.')), "Target " + target)));
        return new CodeList("sdgs", "Goals", "1", List.of("goal", "target"), codes);
    }

    static Code code(String code, String level, String parent, String label, String... aliases) {
        List<Code.Alias> spellings = Stream.of(aliases)
                .map(alias -> new Code.Alias(alias, "made up"))
                .toList();
        return new Code(
                code, level, parent, Map.of("en", label), Map.of(), null, null, null, null, null, spellings, Map.of());
    }
}

package org.undatacube.loader.ceb;

import static org.undatacube.loader.ceb.MadeUpLists.code;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** The official lists in the registry's form, as far as CEB's published files need them. */
final class PublishedLists {
    private static final Set<String> REPORT_WITHIN_UN = Set.of("UN-UNRISD", "UN-UNIDIR", "UN-Tech Bank", "UN-UNDRR");
    private static final Map<String, String> ALIASES =
            Map.of("UN-UNRISD", "UNRISD", "UN-DPO", "DPO", "UN Tourism", "UNWTO");
    private static final Pattern TARGET = Pattern.compile("<code>(\\d+)\\.(\\w+)</code>");

    private PublishedLists() {}

    static CodeList entities() throws IOException {
        List<Code> codes = records("ceb-codes/ENTITIES.csv").stream()
                .map(record -> record.getField("ENTITYCODE"))
                .distinct()
                .map(entity -> {
                    String[] aliases = ALIASES.containsKey(entity) ? new String[] {ALIASES.get(entity)} : new String[0];
                    boolean isPart = REPORT_WITHIN_UN.contains(entity);
                    return code(entity, isPart ? "subentity" : "entity", isPart ? "UN" : null, entity, aliases);
                })
                .toList();
        return new CodeList("entities", "Entities", "1", List.of("type", "entity", "subentity"), codes);
    }

    static CodeList instruments() throws IOException {
        List<Code> codes = new ArrayList<>();
        for (NamedCsvRecord record : records("ceb-codes/INSTRUMENTS.csv")) {
            String instrument = record.getField("CODE");
            String group = instrument.substring(0, 3);
            if (codes.stream().noneMatch(known -> known.code().equals(group))) {
                codes.add(code(group, "group", null, record.getField("TYPE")));
            }
            if (!group.equals(instrument)) {
                codes.add(code(instrument, "instrument", group, record.getField("NAME")));
            }
        }
        return new CodeList("instruments", "Instruments", "1", List.of("group", "instrument"), codes);
    }

    static CodeList functions() {
        return new CodeList(
                "functions",
                "Functions",
                "1",
                List.of("function"),
                List.of(
                        code("E01", "function", null, "Development Assistance", "Development Assistance"),
                        code("E02", "function", null, "Humanitarian Assistance", "Humanitarian Assistance"),
                        code("E03", "function", null, "Peace Operations", "Peace Operations"),
                        code("E04", "function", null, "Global Agenda", "Global Agenda and Specialised Assistance"),
                        code(
                                "E0X",
                                "function",
                                null,
                                "Other",
                                "Other (combined Normative and Technical Cooperation)")));
    }

    /** The targets are IATI's, since a spreadsheet has damaged those of CEB's list. */
    static CodeList sdgs() throws IOException {
        List<Code> codes = new ArrayList<>();
        Stream.concat(Stream.iterate(1, goal -> goal < 18, goal -> goal + 1).map(String::valueOf), Stream.of("X00"))
                .forEach(goal -> codes.add(code(goal, "goal", null, goal)));
        TARGET.matcher(Files.readString(PublishedFiles.find("iati/codelists/UNSDG-Targets.xml")))
                .results()
                .forEach(match -> codes.add(
                        code(match.group(1) + "." + match.group(2), "target", match.group(1), match.group(2))));
        return new CodeList("sdgs", "Goals", "1", List.of("goal", "target"), codes);
    }

    static List<NamedCsvRecord> records(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(PublishedFiles.find(name))) {
            return records.stream().toList();
        }
    }
}

package org.undatacube.registry.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;

/** A code as it grows from the rows of a file; its first name is its label, the others are its aliases. */
final class ImportedCode {
    /** A name and where it stands. */
    record Name(String text, CsvTable.Row row) {}

    private final String code;
    private final String level;
    private final String parent;
    private final Map<String, String> attributes;
    private final List<Name> names = new ArrayList<>();

    ImportedCode(String code, String level, String parent, Map<String, String> attributes, Name first) {
        this.code = code;
        this.level = level;
        this.parent = parent;
        this.attributes = attributes;
        names.add(first);
    }

    String code() {
        return code;
    }

    String parent() {
        return parent;
    }

    List<Name> names() {
        return names;
    }

    /** The row that gave this name, or null. */
    CsvTable.Row rowOf(String name) {
        return names.stream()
                .filter(known -> known.text().equals(name))
                .map(Name::row)
                .findFirst()
                .orElse(null);
    }

    void alsoCalled(Name name) {
        names.add(name);
    }

    /**
     * The code with the aliases it had before and the new ones.
     *
     * @param stored the code as the list has it, or null
     * @param source where the names were met
     */
    Code toCode(Code stored, String source) {
        String label = label(stored);
        Stream<Code.Alias> known = stored == null ? Stream.empty() : stored.aliases().stream();
        Stream<Code.Alias> given = names.stream().map(name -> new Code.Alias(name.text(), source));
        List<Code.Alias> aliases = Stream.concat(known, given)
                .filter(alias -> !alias.alias().equals(label))
                .collect(Collectors.toMap(
                        alias -> Spellings.fold(alias.alias()),
                        alias -> alias,
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return new Code(
                code,
                level,
                parent,
                with(stored == null ? Map.of() : stored.label(), Map.of("en", label)),
                with(stored == null ? Map.of() : stored.labelOrigin(), Map.of("en", "official")),
                stored == null ? null : stored.definition(),
                stored == null ? null : stored.notes(),
                stored == null ? null : stored.validFrom(),
                stored == null ? null : stored.validTo(),
                stored == null ? null : stored.supersededBy(),
                aliases,
                with(stored == null ? Map.of() : stored.attributes(), attributes));
    }

    /** The list's own name for the code where the file's first name is known as another spelling of it. */
    private String label(Code stored) {
        String first = names.get(0).text();
        boolean known = stored != null
                && stored.aliases().stream()
                        .anyMatch(alias -> Spellings.fold(alias.alias()).equals(Spellings.fold(first)));
        return known ? stored.englishLabel() : first;
    }

    private static Map<String, String> with(Map<String, String> known, Map<String, String> given) {
        Map<String, String> all = new HashMap<>(known);
        all.putAll(given);
        return all;
    }
}

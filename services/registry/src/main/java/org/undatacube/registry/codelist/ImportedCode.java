package org.undatacube.registry.codelist;

import java.util.ArrayList;
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
        String label = names.get(0).text();
        Stream<Code.Alias> known = stored == null ? Stream.empty() : stored.aliases().stream();
        Stream<Code.Alias> given = names.stream().map(name -> new Code.Alias(name.text(), source));
        List<Code.Alias> aliases = Stream.concat(known, given)
                .filter(alias -> !alias.alias().equals(label))
                .collect(Collectors.toMap(
                        alias -> StoredAlias.spelling(alias.alias()),
                        alias -> alias,
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return new Code(code, level, parent, Map.of("en", label), null, null, null, null, aliases, attributes);
    }
}

package org.undatacube.registry.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;

/** A code as it grows from the rows of one of CEB's files; what they do not say stays as the list has it. */
final class ImportedCode {
    private final String code;
    private final Place place;
    private final Code known;
    private final CsvTable.Row row;
    private final Map<String, CsvTable.Row> names = new LinkedHashMap<>();
    private final Map<String, Code.Alias> aliases = new LinkedHashMap<>();
    private final Map<String, String> attributes = new HashMap<>();
    private String label;
    private String definition;

    /**
     * @param known the code as the list has it, or null
     * @param row where it is met first
     */
    ImportedCode(String code, Place place, Code known, CsvTable.Row row) {
        this.code = code;
        this.place = place;
        this.known = known;
        this.row = row;
        if (known != null) {
            label = known.englishLabel();
            definition = known.definition();
            attributes.putAll(known.attributes());
            known.aliases().forEach(this::alsoCalled);
        }
    }

    String code() {
        return code;
    }

    Place place() {
        return place;
    }

    CsvTable.Row row() {
        return row;
    }

    String label() {
        return label;
    }

    void callIt(String name) {
        label = name;
    }

    void alsoCalled(Code.Alias alias) {
        aliases.putIfAbsent(Spellings.fold(alias.alias()), alias);
    }

    void has(Map<String, String> more) {
        attributes.putAll(more);
    }

    /** The same words set in another way are no other definition, and the name itself is none. */
    void defineAs(String text) {
        boolean says = !text.isEmpty() && !Wording.isSame(text, label);
        if (says && (definition == null || !Wording.isSame(text, definition))) {
            definition = text;
        }
    }

    /** Remembers the row as the one that gives this name, or answers the row that gave it before. */
    CsvTable.Row nameOf(CsvTable.Row naming, String name) {
        return names.putIfAbsent(name, naming);
    }

    Code toCode() {
        boolean sameLabel = known != null && label.equals(known.label().get("en"));
        return new Code(
                code,
                place.level(),
                place.parent(),
                with(known == null ? Map.of() : known.label(), "en", label),
                sameLabel
                        ? known.labelOrigin()
                        : with(known == null ? Map.of() : known.labelOrigin(), "en", "official"),
                definition,
                known == null ? null : known.notes(),
                known == null ? null : known.validFrom(),
                known == null ? null : known.validTo(),
                known == null ? null : known.supersededBy(),
                aliases(),
                attributes);
    }

    // an alias that the list has beside the label stays, however alike they are
    private List<Code.Alias> aliases() {
        return aliases.values().stream()
                .filter(alias -> (known != null && known.aliases().contains(alias))
                        || !Spellings.fold(alias.alias()).equals(Spellings.fold(label)))
                .toList();
    }

    private static Map<String, String> with(Map<String, String> entries, String key, String value) {
        Map<String, String> all = new HashMap<>(entries);
        all.put(key, value);
        return all;
    }
}

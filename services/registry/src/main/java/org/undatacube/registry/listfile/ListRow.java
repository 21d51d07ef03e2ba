package org.undatacube.registry.listfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.undatacube.codelists.Code;
import org.undatacube.http.Language;

/**
 * One row of a list's file.
 *
 * @param fields what the row holds in the column of this name; nothing where the file has no such column
 */
public record ListRow(Function<String, Optional<String>> fields) {

    /** A code of which nothing is known but its other spellings. */
    public static Code bare(String code, List<Code.Alias> aliases) {
        return new Code(code, null, null, Map.of(), Map.of(), null, null, null, null, null, aliases, Map.of());
    }

    /**
     * The code as the row has it, and as it is known where the file has no column for it. Every field must be without
     * {@linkplain ListColumn#fault fault}.
     *
     * @param source where those spellings were met that come without a source
     */
    public Code over(Code known, String source) {
        Labels labels = labels(known);
        return new Code(
                known.code(),
                text(ListColumn.LEVEL, known.level()),
                text(ListColumn.PARENT, known.parent()),
                labels.texts(),
                labels.origins(),
                text(ListColumn.DEFINITION, known.definition()),
                text(ListColumn.NOTES, known.notes()),
                year(ListColumn.VALID_FROM, known.validFrom()),
                year(ListColumn.VALID_TO, known.validTo()),
                text(ListColumn.SUPERSEDED_BY, known.supersededBy()),
                field(ListColumn.ALIASES)
                        .map(field -> aliases(field, known, source))
                        .orElse(known.aliases()),
                field(ListColumn.ATTRIBUTES).map(Pairs::of).orElse(known.attributes()));
    }

    private Labels labels(Code known) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> origins = new TreeMap<>();
        for (String language : Language.codes()) {
            String former = known.label().get(language);
            String text = fields.apply("label_" + language).orElse(former);
            if (text != null && !text.isEmpty()) {
                texts.put(language, text);
                // a name that is another than before is not from where the former one was
                if (text.equals(former) && known.labelOrigin().containsKey(language)) {
                    origins.put(language, known.labelOrigin().get(language));
                }
            }
        }
        return new Labels(texts, field(ListColumn.LABEL_ORIGINS).map(Pairs::of).orElse(origins));
    }

    private static List<Code.Alias> aliases(String field, Code known, String source) {
        return field.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> alias(line.split("\t", 2), known, source))
                .distinct()
                .toList();
    }

    private static Code.Alias alias(String[] entry, Code known, String source) {
        String spelling = entry[0].strip();
        if (entry.length == 2) {
            return new Code.Alias(spelling, entry[1].strip());
        }
        return known.aliases().stream()
                .filter(alias -> alias.alias().equals(spelling))
                .findFirst()
                .orElse(new Code.Alias(spelling, source));
    }

    private String text(ListColumn column, String known) {
        Optional<String> field = field(column);
        return field.isPresent() ? field.filter(text -> !text.isEmpty()).orElse(null) : known;
    }

    private Integer year(ListColumn column, Integer known) {
        String text = text(column, known == null ? null : known.toString());
        return text == null ? null : Integer.valueOf(text);
    }

    private Optional<String> field(ListColumn column) {
        return fields.apply(column.header());
    }
}

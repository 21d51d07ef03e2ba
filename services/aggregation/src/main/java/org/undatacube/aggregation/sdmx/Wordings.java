package org.undatacube.aggregation.sdmx;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.undatacube.http.Language;

/** How things are called that no code list of the standards has, in the six official languages of the United Nations. */
@Singleton
final class Wordings {
    private static final String ENGLISH = "en";
    private static final String FILE = "/sdmx/vocabulary.csv";

    private final Map<Place, Map<String, String>> names = read();

    /** @param list the code list; empty for what is in none */
    private record Place(String kind, String list, String id) {}

    /** By language, of a component of structures. */
    Map<String, String> component(String id) {
        return find("concept", "", id);
    }

    /** By language, of a data flow. */
    Map<String, String> flow(String id) {
        return find("artefact", "", id);
    }

    /** By language, of a code of a list that is SDMX's own. */
    Map<String, String> code(String list, String id) {
        return find("code", list, id);
    }

    /** By language, of what is a member of a dimension though its list does not have it. */
    Map<String, String> member(String id) {
        return find("member", "", id);
    }

    private Map<String, String> find(String kind, String list, String id) {
        return names.getOrDefault(new Place(kind, list, id), Map.of(ENGLISH, id));
    }

    /** A text in a language, or the English one where there is none. */
    static String in(String language, Map<String, String> texts, String otherwise) {
        return texts.getOrDefault(language, texts.getOrDefault(ENGLISH, otherwise));
    }

    private static Map<Place, Map<String, String>> read() {
        Map<Place, Map<String, String>> names = new HashMap<>();
        try (InputStream file = Wordings.class.getResourceAsStream(FILE);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.NONE)
                        .ofNamedCsvRecord(text)) {
            rows.forEach(row -> names.put(place(row), names(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static Place place(NamedCsvRecord row) {
        String kind = row.getField("kind");
        return new Place(kind, kind.equals("code") ? row.getField("code_list") : "", row.getField("id"));
    }

    private static Map<String, String> names(NamedCsvRecord row) {
        Map<String, String> names = new HashMap<>();
        Language.codes().forEach(language -> names.put(language, row.getField("name_" + language)));
        names.values().removeIf(String::isEmpty);
        return names;
    }
}

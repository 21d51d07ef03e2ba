package org.undatacube.registry.sdmx;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.http.Language;
import org.undatacube.registry.Fingerprint;

/** What SDMX wants to be told besides the lists: the agency, the flows and the concepts of the cube. */
@Singleton
class Vocabulary {
    private static final String FILE = "/sdmx/vocabulary.csv";
    /** To be raised with whatever is changed in the file. */
    private static final String VERSION = "1.0.0";
    /** SDMX gives agency schemes no other. */
    private static final String AGENCY_SCHEME_VERSION = "1.0";
    /** Maintains the scheme of the agencies that are below no other. */
    private static final String TOP_AGENCY = "SDMX";

    /** SDMX's own concepts, which every domain shares. */
    private static final String CROSS_DOMAIN_CONCEPTS = "SDMX:CROSS_DOMAIN_CONCEPTS(2.0).";

    private final List<NamedCsvRecord> rows = read();

    /** Partial, as only SDMX itself knows all agencies. */
    ItemScheme agencies() {
        Maintainable head = head("agency-scheme", ArtefactType.AGENCY_SCHEME, TOP_AGENCY, AGENCY_SCHEME_VERSION, "");
        return new ItemScheme(head, List.of(), true, () -> items("agency"));
    }

    ItemScheme flows() {
        return ItemScheme.of(head("code-list", ArtefactType.CODELIST, Maintainable.AGENCY, VERSION, ""), items("flow"));
    }

    /** @param lists the latest version of each code list */
    ItemScheme concepts(List<Maintainable> lists) {
        List<Item> concepts = rows("concept")
                .map(row -> item(row, representation(row, lists)))
                .toList();
        return ItemScheme.of(
                head("concept-scheme", ArtefactType.CONCEPT_SCHEME, Maintainable.AGENCY, VERSION, concepts.toString()),
                concepts);
    }

    private Maintainable head(String kind, ArtefactType type, String agency, String version, String content) {
        NamedCsvRecord row = rows(kind).findFirst().orElseThrow();
        return new Maintainable(
                type,
                agency,
                row.getField("id"),
                version,
                // the concepts follow the lists' versions
                type == ArtefactType.CODELIST,
                null,
                names(row),
                description(row),
                List.of(),
                Fingerprint.of(rows + content));
    }

    private List<Item> items(String kind) {
        return rows(kind).map(row -> item(row, null)).toList();
    }

    private static Item item(NamedCsvRecord row, Item.Representation representation) {
        String crossDomain = filled(row, "cross_domain");
        List<Annotation> annotations = crossDomain == null
                ? List.of()
                : List.of(Annotation.value("CROSS_DOMAIN_CONCEPT", CROSS_DOMAIN_CONCEPTS + crossDomain));
        return new Item(row.getField("id"), names(row), description(row), null, annotations, representation);
    }

    private static Item.Representation representation(NamedCsvRecord row, List<Maintainable> lists) {
        CodelistReference list = lists.stream()
                .filter(candidate -> candidate.id().equals(row.getField("code_list")))
                .findFirst()
                .map(CodelistReference::toLatest)
                .orElse(null);
        return new Item.Representation(list, filled(row, "text_type"));
    }

    private static Map<String, String> names(NamedCsvRecord row) {
        Map<String, String> names = new LinkedHashMap<>();
        Language.codes().forEach(language -> names.put(language, row.getField("name_" + language)));
        return names;
    }

    private static Map<String, String> description(NamedCsvRecord row) {
        String description = filled(row, "description");
        return description == null ? Map.of() : Map.of("en", description);
    }

    private static String filled(NamedCsvRecord row, String column) {
        String value = row.getField(column);
        return value.isEmpty() ? null : value;
    }

    private Stream<NamedCsvRecord> rows(String kind) {
        return rows.stream().filter(row -> row.getField("kind").equals(kind));
    }

    private static List<NamedCsvRecord> read() {
        try (InputStream file = Vocabulary.class.getResourceAsStream(FILE);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.NONE)
                        .ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

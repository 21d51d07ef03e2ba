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
import org.undatacube.codelists.AreaIds;
import org.undatacube.codelists.SdmxId;
import org.undatacube.http.Language;
import org.undatacube.registry.Fingerprint;

/** What SDMX wants to be told besides the lists: the agency, the flows and the concepts of the cube. */
@Singleton
class Vocabulary {
    private static final String FILE = "/sdmx/vocabulary.csv";
    /** To be raised with whatever is changed in the file. */
    private static final String VERSION = "1.1.0";
    /** SDMX gives agency schemes no other. */
    private static final String AGENCY_SCHEME_VERSION = "1.0";
    /** Maintains the scheme of the agencies that are below no other. */
    private static final String TOP_AGENCY = "SDMX";

    /** SDMX's own concepts, which every domain shares. */
    private static final String CROSS_DOMAIN_CONCEPTS = "SDMX:CROSS_DOMAIN_CONCEPTS(2.0).";

    private final List<NamedCsvRecord> rows = read();

    /** What something is called, and what it is, by language. */
    record Wording(Map<String, String> names, Map<String, String> description) {}

    /** Partial, as only SDMX itself knows all agencies. */
    ItemScheme agencies() {
        NamedCsvRecord row = row("agency-scheme", "AGENCIES");
        Maintainable head = head(row, ArtefactType.AGENCY_SCHEME, TOP_AGENCY, AGENCY_SCHEME_VERSION, "");
        return new ItemScheme(head, List.of(), true, () -> items(rows("agency")));
    }

    /** The code lists that the registry does not keep otherwise. */
    List<ItemScheme> codelists() {
        return rows("code-list").map(this::codelist).toList();
    }

    private ItemScheme codelist(NamedCsvRecord row) {
        Maintainable head = head(row, ArtefactType.CODELIST, Maintainable.AGENCY, VERSION, "");
        return ItemScheme.of(
                head,
                items(rows("code").filter(code -> code.getField("code_list").equals(head.id()))));
    }

    /** @param lists the latest version of each code list */
    ItemScheme concepts(List<Maintainable> lists) {
        List<Item> concepts = rows("concept")
                .map(row -> item(row, representation(row, lists)))
                .toList();
        NamedCsvRecord row = row("concept-scheme", "CS_DATACUBE");
        return ItemScheme.of(
                head(row, ArtefactType.CONCEPT_SCHEME, Maintainable.AGENCY, VERSION, concepts.toString()), concepts);
    }

    /** Of a dimension's members together. */
    Item total() {
        return member(SdmxId.TOTAL);
    }

    /** Of all reference areas that M49 knows. */
    Item world() {
        return member(AreaIds.WORLD);
    }

    private Item member(String id) {
        Item item = item(row("member", id), null);
        // before the codes of the list
        return item.with(Annotation.text("ORDER", 0));
    }

    /** What an artefact is called that is not made here. */
    Wording wording(String artefact) {
        NamedCsvRecord row = row("artefact", artefact);
        return new Wording(names(row), description(row));
    }

    private Maintainable head(NamedCsvRecord row, ArtefactType type, String agency, String version, String content) {
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

    private static List<Item> items(Stream<NamedCsvRecord> rows) {
        return rows.map(row -> item(row, null)).toList();
    }

    private static Item item(NamedCsvRecord row, Item.Representation representation) {
        String crossDomain = filled(row, "cross_domain");
        List<Annotation> annotations = crossDomain == null
                ? List.of()
                : List.of(Annotation.value("CROSS_DOMAIN_CONCEPT", CROSS_DOMAIN_CONCEPTS + crossDomain));
        return new Item(row.getField("id"), names(row), description(row), null, annotations, representation);
    }

    private static Item.Representation representation(NamedCsvRecord row, List<Maintainable> lists) {
        Reference list = lists.stream()
                .filter(candidate -> candidate.id().equals(row.getField("code_list")))
                .findFirst()
                .map(Reference::toLatest)
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

    private NamedCsvRecord row(String kind, String id) {
        return rows(kind)
                .filter(row -> row.getField("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + " has no " + kind + " " + id));
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

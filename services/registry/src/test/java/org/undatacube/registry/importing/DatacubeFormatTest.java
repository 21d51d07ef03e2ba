package org.undatacube.registry.importing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.listfile.ListColumn;
import org.undatacube.registry.seeding.Reseeding;

/** The project's own format. */
@RunningRegistry
class DatacubeFormatTest {
    @Inject
    Reseeding reseeding;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
    }

    @Test
    void aListWrittenInItAndImportedAgainIsTheSame() {
        for (Object id : given().get("/api/v1/code-lists").jsonPath().getList("id")) {
            String list = id.toString();
            CodeList codes = ServedLists.read(list);

            ImportedFiles.send(list, "datacube", written(codes))
                    .statusCode(200)
                    .body("version", equalTo("1.0.0"))
                    .body("unchanged", equalTo(codes.codes().size()))
                    .body("conflicting", equalTo(0))
                    .body("diff.list", hasSize(0));
        }
    }

    @Test
    void everythingThatAListSaysCanBeSaid() {
        ImportedFiles.send(
                        "gender-markers",
                        "datacube",
                        written(ServedLists.read("gender-markers"))
                                + "4,,marker,2020,2024,3,أربعة,四,Four,Quatre,Четыре,Cuatro,en=official;*=translated,A"
                                + " definition,\"Notes, two\nlines\",a=1;b=x=y,\"Vier\ta friend\nFIRE\"\n",
                        Map.of("reason", "To see what happens"))
                .statusCode(200)
                .body("version", equalTo("1.1.0"))
                .body("added", equalTo(1));

        given().get("/api/v1/code-lists/gender-markers/codes/4")
                .then()
                .body("level", equalTo("marker"))
                .body("validFrom", equalTo(2020))
                .body("validTo", equalTo(2024))
                .body("supersededBy", equalTo("3"))
                .body("label.ar", equalTo("أربعة"))
                .body("label.zh", equalTo("四"))
                .body("label.es", equalTo("Cuatro"))
                .body("labelOrigin.en", equalTo("official"))
                .body("labelOrigin.ru", equalTo("translated"))
                .body("definition", equalTo("A definition"))
                .body("notes", equalTo("Notes, two\nlines"))
                .body("attributes", equalTo(Map.of("a", "1", "b", "x=y")))
                .body("aliases.alias", contains("Vier", "FIRE"))
                .body("aliases.source", contains("a friend", "To see what happens"));
        given().get("/api/v1/code-lists/gender-markers/versions")
                .then()
                .body("[0].reason", equalTo("To see what happens"));
    }

    @Test
    void aColumnThatIsLeftOutSaysNothingAndAnEmptyFieldThatThereIsNone() {
        ImportedFiles.send("instruments", "datacube", "code;label_fr;valid_from\nR03A;Fonds communs;\n")
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("diff.changed[0].fields.field", contains("label.fr", "labelOrigin.fr", "validFrom"))
                .body("diff.changed[0].fields[2].from", equalTo(2017))
                .body("diff.changed[0].fields[2].to", nullValue());

        given().get("/api/v1/code-lists/instruments/codes/R03A")
                .then()
                .body("parent", equalTo("R03"))
                .body("label.en", equalTo("UN Inter-agency pooled funds"))
                .body("label.fr", equalTo("Fonds communs"))
                .body("validFrom", nullValue());
    }

    @Test
    void aCodeThatTakesItsZeroFromTextIsNotTakenForAnother() {
        ImportedFiles.dryRun(
                        "sdgs",
                        "datacube",
                        "code,label_en,notes\n"
                                + "8.1,\"Strengthen the capacity of domestic financial institutions to encourage and"
                                + " expand access to banking, insurance and financial services for all\",A note\n")
                .statusCode(200)
                .body("diff.changed.code", contains("8.10"))
                .body("diff.changed[0].fields.field", contains("notes"))
                .body("findings[0].expected", equalTo("8.10"));
    }

    @Test
    void aColumnThatTheFormatDoesNotHaveIsRefused() {
        ImportedFiles.send("sdgs", "datacube", "code,lable_fr\n1,x\n")
                .statusCode(400)
                .body("detail", equalTo("The format has no column lable_fr."))
                .body("expected[9]", equalTo("label_fr"));
        assertEquals("1.0.0", given().get("/api/v1/code-lists/sdgs").path("version"));
    }

    private static String written(CodeList list) {
        StringWriter file = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    Stream.of(ListColumn.values()).map(ListColumn::header).toList());
            for (Code code : list.codes()) {
                csv.writeRecord(Stream.of(ListColumn.values())
                        .map(column -> field(code, column))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static String field(Code code, ListColumn column) {
        return switch (column) {
            case CODE -> code.code();
            case PARENT -> Objects.toString(code.parent(), "");
            case LEVEL -> code.level();
            case VALID_FROM -> Objects.toString(code.validFrom(), "");
            case VALID_TO -> Objects.toString(code.validTo(), "");
            case SUPERSEDED_BY -> Objects.toString(code.supersededBy(), "");
            case LABEL_AR, LABEL_ZH, LABEL_EN, LABEL_FR, LABEL_RU, LABEL_ES ->
                code.label().getOrDefault(column.header().substring("label_".length()), "");
            case LABEL_ORIGINS -> pairs(code.labelOrigin());
            case DEFINITION -> Objects.toString(code.definition(), "");
            case NOTES -> Objects.toString(code.notes(), "");
            case ATTRIBUTES -> pairs(code.attributes());
            case ALIASES ->
                code.aliases().stream()
                        .map(alias -> alias.alias() + "\t" + alias.source())
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String pairs(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
    }
}

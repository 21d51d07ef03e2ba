package org.undatacube.registry.sdmx;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.SdmxId;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.codelist.CodeListWriter;
import org.undatacube.registry.codelist.CodeLists;
import org.undatacube.registry.codelist.Provenance;
import org.undatacube.registry.codelist.VersionHead;

/** Whatever the registry has is a message that the official schemas accept. */
@RunningRegistry
class StructureSchemaTest {
    @Inject
    CodeListWriter writer;

    @Inject
    CodeLists lists;

    @Inject
    Catalogue catalogue;

    /** More than one version of a list, and a code as nasty as an import can make it. */
    @BeforeEach
    void addANastyCode() {
        Code nasty = new Code(
                "<&> \"\u00e9\u56fd\uD83C\uDF0D'$@_./",
                "instrument",
                "R03",
                Map.of("en", "]]> & <b> \u0007\u000b \uD83C\uDF0D", "ar", "\u202e\u0639"),
                Map.of("en", "translated"),
                "Line one\nline two\ttabbed",
                "",
                null,
                1999,
                "R01",
                List.of(),
                Map.of());
        QuarkusTransaction.requiringNew()
                .run(() -> writer.upsert("instruments", List.of(nasty), new Provenance("a test", "To be nasty")));
    }

    @ParameterizedTest
    @EnumSource
    void everyArtefactInEveryVersionIsAccepted(Format format) {
        List<Maintainable> heads =
                catalogue.artefacts().stream().map(Artefact::head).toList();

        assertTrue(heads.stream().anyMatch(head -> head.id().equals("H_LOCATION")));
        for (Maintainable head : heads) {
            OfficialSchemas.accept(format, read(format, Api.V3_0.address(head)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void soAreMessagesOfSeveralArtefactsAndOfLessThanAll(Format format) {
        for (String detail : Detail.words()) {
            OfficialSchemas.accept(
                    format,
                    read(
                            format,
                            "/api/v1/sdmx/3.0/structure/hierarchy/*/H_SDG_FIVE_PS,H_SECTOR?references=all&detail="
                                    + detail));
        }
        for (String references : Relation.words()) {
            OfficialSchemas.accept(
                    format,
                    read(
                            format,
                            "/api/v1/sdmx/3.0/structure/datastructure?detail=referencepartial&references="
                                    + references));
        }
        for (String detail : Detail.words()) {
            OfficialSchemas.accept(
                    format,
                    read(
                            format,
                            "/api/v1/sdmx/2.1/dataflow/UNDATACUBE/EXPENSE?references=descendants&detail=" + detail));
        }
        OfficialSchemas.accept(format, read(format, "/api/v1/sdmx/2.1/structure"));
        OfficialSchemas.accept(format, read(format, "/api/v1/sdmx/2.1/structure/all/all/all?detail=allstubs"));
        OfficialSchemas.accept(format, read(format, "/api/v1/sdmx/2.1/structure?detail=allcompletestubs"));
        OfficialSchemas.accept(format, read(format, "/api/v1/sdmx/3.0/structure/codelist/*/CL_SDG/~/8_10,5"));
    }

    @ParameterizedTest
    @EnumSource
    void soAreErrors(Format format) {
        for (String path : List.of("codelist/NOBODY", "codelist/*/A%20B", "nothing")) {
            String error = given().queryParam("format", format.word())
                    .get("/api/v1/sdmx/3.0/structure/" + path)
                    .asString();

            OfficialSchemas.accept(format, error);
        }
    }

    @Test
    void noTwoItemsOfASchemeHaveOneIdentifier() {
        for (Artefact artefact : catalogue.artefacts()) {
            if (artefact instanceof ItemScheme scheme) {
                Set<String> ids = new HashSet<>();
                scheme.items().forEach(item -> assertTrue(ids.add(item.id()), scheme.head() + " " + item.id()));
            }
        }
    }

    @Test
    void noTwoCodesOfAListHaveOneIdentifier() {
        for (VersionHead version : lists.heads()) {
            Map<String, String> codes = new HashMap<>();
            for (Code code :
                    lists.read(version.list(), version.version(), null).codes().codes()) {
                String id = SdmxId.of(code.code());

                assertEquals(null, codes.put(id, code.code()), version.list() + " " + id);
                assertEquals(code.code(), SdmxId.code(id));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
    void artefactsAndConceptsAreNamedInEveryLanguage(String language) {
        for (Artefact artefact : catalogue.artefacts()) {
            assertNamed(language, artefact.head().id(), artefact.head().names());
            if (artefact instanceof ItemScheme scheme && scheme.head().type() == ArtefactType.CONCEPT_SCHEME) {
                scheme.items().forEach(concept -> assertNamed(language, concept.id(), concept.names()));
            }
        }
    }

    private static void assertNamed(String language, String id, Map<String, String> names) {
        assertTrue(!names.getOrDefault(language, "").isBlank(), id + " in " + language);
    }

    private static String read(Format format, String path) {
        return given().urlEncodingEnabled(false)
                .queryParam("format", format.word())
                .get(path)
                .then()
                .statusCode(200)
                .contentType(equalTo(format.mediaType()))
                .extract()
                .asString();
    }
}

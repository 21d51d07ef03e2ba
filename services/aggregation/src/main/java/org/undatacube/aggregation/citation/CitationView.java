package org.undatacube.aggregation.citation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.export.Format;
import org.undatacube.codelists.Flow;

/**
 * A citation as it is shown.
 *
 * @param kept whether the answer as JSON is kept with it, to be given where it cannot be figured any more
 * @param links to every form of the citation and of what is cited
 */
@Schema(name = "Citation")
record CitationView(
        @Schema(examples = "7ZQ4M2K9XA") String id,
        @Schema(examples = "/api/v1/citations/7ZQ4M2K9XA") String address,
        String title,
        Flow cube,

        @Schema(
                type = SchemaType.OBJECT,
                description = "As POST /cubes/{cube}/aggregate takes it",
                examples = "{\"drilldown\":\"sdg.goal\",\"cut\":\"year:2024\",\"measures\":\"amount\","
                        + "\"order\":\"sdg.goal\",\"offset\":0,\"edition\":1}")
        JsonNode question,

        long edition,
        Instant publishedAt,
        Instant createdAt,
        Hash contentHash,
        boolean kept,
        Texts texts,

        @Schema(type = SchemaType.OBJECT, examples = "{\"data\":\"/api/v1/citations/7ZQ4M2K9XA/data?format=json\"}")
        Map<String, String> links) {

    /**
     * Of the answer as JSON, without a coding.
     *
     * @param value hexadecimal
     */
    @Schema(name = "CitedHash")
    record Hash(
            @Schema(examples = "sha-256") String algorithm,

            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String value,

            long bytes) {
        static Hash of(Citation citation) {
            return new Hash(
                    "sha-256", citation.content().hash(), citation.content().bytes());
        }
    }

    /** Ready for a list of references. */
    @Schema(name = "CitationTexts")
    record Texts(String apa, String bibtex, String ris) {}

    static CitationView of(Citation citation, JsonNode question, Reference reference) {
        Citation.Subject subject = citation.subject();
        return new CitationView(
                citation.id(),
                citation.path(),
                reference.title(),
                subject.cube(),
                question,
                subject.edition(),
                subject.publishedAt(),
                citation.createdAt(),
                Hash.of(citation),
                citation.content().isKept(),
                new Texts(reference.apa(), reference.bibtex(), reference.ris()),
                links(citation));
    }

    static Map<String, String> links(Citation citation) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("data", citation.path() + "/data");
        Stream.of(Format.values())
                .forEach(format ->
                        links.put("data." + format.code(), citation.path() + "/data?format=" + format.code()));
        links.put("manifest", citation.path() + "/manifest");
        Stream.of(CitationForm.values())
                .forEach(form -> links.put("citation." + form.code(), citation.path() + "?format=" + form.code()));
        return links;
    }
}

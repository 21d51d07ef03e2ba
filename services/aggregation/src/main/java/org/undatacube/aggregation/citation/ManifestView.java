package org.undatacube.aggregation.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.Terms;
import org.undatacube.codelists.Flow;

/**
 * All that must be known to get a cited answer again from what was published.
 *
 * @param serviceVersion of the service that gave the answer
 * @param licenceAddress null where none is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CitationManifest")
record ManifestView(
        String id,
        String address,
        String title,
        Flow cube,
        @Schema(type = SchemaType.OBJECT) JsonNode question,
        long edition,
        Instant publishedAt,
        Instant createdAt,
        CitationView.Hash contentHash,
        String serviceVersion,
        List<Sources.Submission> submissions,
        List<Sources.UsedList> codeLists,
        String source,
        String licence,
        @Schema(nullable = true) String licenceAddress,
        @Schema(type = SchemaType.OBJECT) Map<String, String> links) {

    static ManifestView of(Citation citation, JsonNode question, String title, Sources sources, Terms terms) {
        Citation.Subject subject = citation.subject();
        return new ManifestView(
                citation.id(),
                citation.path(),
                title,
                subject.cube(),
                question,
                subject.edition(),
                subject.publishedAt(),
                citation.createdAt(),
                CitationView.Hash.of(citation),
                citation.serviceVersion(),
                sources.submissions(),
                sources.codeLists(),
                terms.source(),
                terms.licence(),
                terms.licenceAddress().orElse(null),
                CitationView.links(citation));
    }
}

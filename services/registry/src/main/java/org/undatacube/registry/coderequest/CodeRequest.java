package org.undatacube.registry.coderequest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an entity asks for. */
public record CodeRequest(
        @Schema(description = "The contributor's full name", examples = "Nordic Ocean Research Foundation")
        String name,

        @Schema(description = "Its type: a code of the level type of the list of contributors", examples = "C05")
        String type,

        @Schema(description = "Where it is at home (ISO 3166-1 alpha-2); a government must say it", examples = "NO")
        String country,

        @Schema(description = "The code that is wished for; left out, the registry proposes one", examples = "NORF")
        String code,

        @Schema(description = "Why it is needed", examples = "Pledged 2.5 million USD to our ocean programme in 2026")
        String justification,

        @Schema(description = "Its address on the web", examples = "https://norf.example.org")
        String website,

        @Schema(description = "Its identifier as an organisation of IATI", examples = "NO-BRC-987654321")
        String iatiOrganisation) {

    Contributor contributor() {
        return new Contributor(name, type, country, code, website, iatiOrganisation);
    }
}

package org.undatacube.registry.coderequest;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A contributor that is to get a code.
 *
 * @param type a code of the level {@code type} of the list of contributors
 * @param country ISO 3166-1 alpha-2, or null
 * @param code null where it is left to the registry
 * @param website null where none is given; the IATI organisation identifier likewise
 */
@Embeddable
record Contributor(
        String name,
        String type,
        String country,
        String code,
        String website,
        @Column(name = "iati_organisation") String iatiOrganisation) {
    static final String GOVERNMENT = "C01";

    /** Blanks around are dropped, those within are single, and what is blank is not there. */
    Contributor {
        name = tidy(name);
        type = tidy(type);
        country = tidy(country);
        code = tidy(code);
        website = tidy(website);
        iatiOrganisation = tidy(iatiOrganisation);
    }

    boolean isGovernment() {
        return GOVERNMENT.equals(type);
    }

    Contributor withCode(String another) {
        return new Contributor(name, type, country, another, website, iatiOrganisation);
    }

    /** What a code list says of it beside its name. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("country", country);
        attributes.put("website", website);
        attributes.put("iatiOrganisation", iatiOrganisation);
        attributes.values().removeIf(Objects::isNull);
        return attributes;
    }

    static String tidy(String text) {
        String tidied =
                text == null ? "" : text.replaceAll("[\\s\\u00A0]+", " ").strip();
        return tidied.isEmpty() ? null : tidied;
    }
}

package org.undatacube.registry.sdmx;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of an artefact without reading its content.
 *
 * @param version semantic but for the agency scheme, which SDMX gives one version for ever
 * @param isSettled whether this version, and all that it refers to, stays as it is
 * @param validFrom since when the version is in force, or null
 * @param names by language; English is always there
 * @param descriptions by language
 * @param fingerprint another where the content is another
 */
record Maintainable(
        ArtefactType type,
        String agency,
        String id,
        String version,
        boolean isSettled,
        Instant validFrom,
        Map<String, String> names,
        Map<String, String> descriptions,
        List<Annotation> annotations,
        String fingerprint) {

    /** The agency of all that the registry has to say. */
    static final String AGENCY = "UNDATACUBE";

    /** The identifier of what the registry has another name for. */
    static String idOf(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** As SDMX 3.0 has it. */
    String urn() {
        return Urn.of(type.urnClass(), agency, id, version);
    }
}

package org.undatacube.registry.sdmx;

/**
 * That an artefact refers to a code list.
 *
 * @param version the list's, at present
 * @param isFollowing whether what is meant is the latest version, whichever it is
 */
record CodelistReference(String id, String version, boolean isFollowing) {
    /** SDMX 3.0's words for the latest version. */
    private static final String LATEST = "1+.0.0";

    static CodelistReference to(Maintainable list) {
        return new CodelistReference(list.id(), list.version(), false);
    }

    static CodelistReference toLatest(Maintainable list) {
        return new CodelistReference(list.id(), list.version(), true);
    }

    boolean means(Maintainable artefact) {
        return artefact.type() == ArtefactType.CODELIST
                && artefact.id().equals(id)
                && artefact.version().equals(version);
    }

    /** As SDMX 3.0 has it. */
    String urn() {
        return Urn.of(ArtefactType.CODELIST.urnClass(), Maintainable.AGENCY, id, isFollowing ? LATEST : version);
    }

    /** As SDMX 3.0 has it. */
    String urn(String code) {
        return Urn.of("codelist.Code", Maintainable.AGENCY, id, isFollowing ? LATEST : version) + "." + code;
    }
}

package org.undatacube.registry.sdmx;

/**
 * That an artefact refers to another one of the same agency.
 *
 * @param version the other's, at present
 * @param isFollowing whether what is meant is the latest version, whichever it is
 */
record Reference(ArtefactType type, String id, String version, boolean isFollowing) {
    /** SDMX 3.0's words for the latest version. */
    private static final String LATEST = "1+.0.0";

    static Reference to(Maintainable artefact) {
        return new Reference(artefact.type(), artefact.id(), artefact.version(), false);
    }

    static Reference toLatest(Maintainable artefact) {
        return new Reference(artefact.type(), artefact.id(), artefact.version(), true);
    }

    boolean means(Maintainable artefact) {
        return artefact.type() == type
                && artefact.id().equals(id)
                && artefact.version().equals(version);
    }

    /** As SDMX 3.0 has it. */
    String urn() {
        return urnOf(type.urnClass());
    }

    /** One of the other's items, as SDMX 3.0 has it. */
    String urn(String item) {
        return urnOf(type.itemUrnClass()) + "." + item;
    }

    private String urnOf(String urnClass) {
        return Urn.of(urnClass, Maintainable.AGENCY, id, isFollowing ? LATEST : version);
    }
}

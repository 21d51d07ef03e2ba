package org.undatacube.registry.sdmx;

/** Names of artefacts and their items that are unique in the world. */
final class Urn {
    private Urn() {}

    /** @param type package and class in SDMX's information model, e.g. {@code codelist.Codelist} */
    static String of(String type, String agency, String id, String version) {
        return "urn:sdmx:org.sdmx.infomodel." + type + "=" + agency + ":" + id + "(" + version + ")";
    }
}

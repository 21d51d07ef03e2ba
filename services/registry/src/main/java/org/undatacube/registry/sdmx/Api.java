package org.undatacube.registry.sdmx;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.http.sdmx.VersionPattern;

/** The two versions of SDMX's REST interface, and in which words each says the same. */
enum Api {
    V2_1("/api/v1/sdmx/2.1/", "all", "\\+", Format.ML_2_1, "hierarchicalcodelist", "structure"),
    V3_0("/api/v1/sdmx/3.0/structure/", "*", ",", Format.JSON_2_0, "hierarchy", "*");

    private final String root;
    private final String any;
    private final String separator;
    private final Format usual;
    private final String everyType;
    private final Map<ArtefactType, String> types;

    Api(String root, String any, String separator, Format usual, String hierarchy, String everyType) {
        this.root = root;
        this.any = any;
        this.separator = separator;
        this.usual = usual;
        this.everyType = everyType;
        this.types = new EnumMap<>(Map.of(
                ArtefactType.AGENCY_SCHEME, "agencyscheme",
                ArtefactType.DATAFLOW, "dataflow",
                ArtefactType.CODELIST, "codelist",
                ArtefactType.HIERARCHY, hierarchy,
                ArtefactType.CONCEPT_SCHEME, "conceptscheme",
                ArtefactType.DATA_STRUCTURE, "datastructure"));
    }

    /** The word for all agencies, identifiers or items. */
    String any() {
        return any;
    }

    /** The word for an artefact's latest version. */
    String latest() {
        return this == V2_1 ? "latest" : "~";
    }

    Optional<VersionPattern> version(String text) {
        return this == V2_1 ? VersionPattern.ofVersion21(text) : VersionPattern.ofVersion30(text);
    }

    /** What may be asked for as a version. */
    String versionWords() {
        return this == V2_1
                ? "a version, e.g. 1.0.0, latest or all"
                : "a version, e.g. 1.0.0 or, with wildcards, 1.0+.0, ~ or *";
    }

    /** The format of an answer where the client has no wish. */
    Format usual() {
        return usual;
    }

    /** The format of an answer where the client wants XML, whichever. */
    Format usualXml() {
        return this == V2_1 ? Format.ML_2_1 : Format.ML_3_0;
    }

    /** The values of a part of the path that may name several. */
    List<String> values(String part) {
        return List.of(part.split(separator, -1));
    }

    /** The word for the artefacts of every type. */
    String everyType() {
        return everyType;
    }

    Optional<ArtefactType> type(String word) {
        return types.entrySet().stream()
                .filter(type -> type.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What may be asked for. */
    List<String> typeWords() {
        return List.copyOf(types.values());
    }

    /** Where an artefact is. */
    String address(Maintainable artefact) {
        return String.join(
                "/", root + types.get(artefact.type()), artefact.agency(), artefact.id(), artefact.version());
    }
}

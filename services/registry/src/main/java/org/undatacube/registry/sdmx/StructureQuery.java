package org.undatacube.registry.sdmx;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.SdmxId;
import org.undatacube.http.Problem;
import org.undatacube.http.sdmx.VersionPattern;

/**
 * What a request asks for. An empty set of agencies, identifiers or items stands for all of them.
 *
 * @param relations which artefacts come with what is asked for
 * @param relatedTypes types of which those come that refer to it or to which it refers
 */
record StructureQuery(
        Set<ArtefactType> types,
        Set<String> agencies,
        Set<String> ids,
        List<VersionPattern> versions,
        Set<String> items,
        Detail detail,
        Set<Relation> relations,
        Set<ArtefactType> relatedTypes) {

    private static final Pattern AGENCY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*");
    private static final Pattern NESTED_ID = Pattern.compile(SdmxId.FORM + "(\\." + SdmxId.FORM + ")*");
    /** What SDMX has besides; right to ask for, though none of it is here. */
    private static final Set<String> TYPES_ELSEWHERE = Set.of(
            "metadatastructure",
            "categoryscheme",
            "dataproviderscheme",
            "dataconsumerscheme",
            "organisationunitscheme",
            "organisationscheme",
            "metadataflow",
            "reportingtaxonomy",
            "provisionagreement",
            "structureset",
            "process",
            "categorisation",
            "contentconstraint",
            "dataconstraint",
            "metadataconstraint",
            "hierarchyassociation",
            "valuelist",
            "structuremap",
            "representationmap");

    /**
     * A request as it came.
     *
     * @param path type, agency, identifier, version and items; those at its end may be missing
     * @param detail or null
     * @param references or null
     */
    record Text(List<String> path, String detail, String references) {
        private static final int LONGEST = 5;

        /** A part of the path, or null. */
        private String part(int place) {
            return place < path.size() ? path.get(place) : null;
        }
    }

    /** @throws Problem (404) where there is nothing of the type, (400) where a part is not what SDMX has in its place */
    static StructureQuery of(Api api, Text text) {
        if (text.path.size() > Text.LONGEST) {
            throw Problem.notFound("A path is type, agency, identifier, version and items; there is nothing below.");
        }
        List<String> references =
                text.references == null ? List.of(Relation.NONE.word()) : List.of(text.references.split(",", -1));
        references.forEach(word -> requireReferences(api, word));
        return new StructureQuery(
                types(api, text.part(0)),
                values(api, "agency", text.part(1), AGENCY),
                values(api, "id", text.part(2), SdmxId.FORM),
                versions(api, text.part(3)),
                values(api, "item", text.part(4), NESTED_ID),
                detail(text.detail),
                references.stream()
                        .map(Relation::find)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                references.stream().map(api::type).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<ArtefactType> types(Api api, String word) {
        if (api.everyType().equals(word)) {
            return EnumSet.allOf(ArtefactType.class);
        }
        return Set.of(api.type(word)
                .orElseThrow(() -> Problem.notFound("There is nothing of the type " + word + " here; there are "
                                + String.join(", ", api.typeWords()) + ".")
                        .with("nearest", api.typeWords())));
    }

    private static Set<String> values(Api api, String parameter, String text, Pattern form) {
        if (text == null || text.equals(api.any())) {
            return Set.of();
        }
        List<String> values = api.values(text);
        for (String value : values) {
            if (!form.matcher(value).matches()) {
                throw Problem.invalidParameter(
                        parameter, text, value + " cannot be an identifier in SDMX.", form.pattern());
            }
        }
        return Set.copyOf(values);
    }

    private static List<VersionPattern> versions(Api api, String text) {
        return (text == null ? Stream.of(api.latest()) : api.values(text).stream())
                .map(version -> api.version(version)
                        .orElseThrow(() -> Problem.invalidParameter(
                                "version", text, version + " is no version in SDMX.", api.versionWords())))
                .toList();
    }

    private static Detail detail(String text) {
        return text == null
                ? Detail.FULL
                : Detail.find(text)
                        .orElseThrow(() -> Problem.invalidParameter(
                                "detail", text, "There is no detail " + text + ".", Detail.words()));
    }

    private static void requireReferences(Api api, String word) {
        if (Relation.find(word).isEmpty() && api.type(word).isEmpty() && !TYPES_ELSEWHERE.contains(word)) {
            List<String> known = Stream.concat(Relation.words().stream(), api.typeWords().stream())
                    .toList();
            throw Problem.invalidParameter("references", word, "There are no references " + word + ".", known);
        }
    }
}

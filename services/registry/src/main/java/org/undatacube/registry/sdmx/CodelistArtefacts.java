package org.undatacube.registry.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.registry.codelist.CodeLists;
import org.undatacube.registry.codelist.VersionHead;

/**
 * A version of one of the registry's lists as artefacts: the code list and, where it has more than one level, its tree.
 */
final class CodelistArtefacts {
    private final CodeLists lists;
    private final VersionHead version;
    private final String name;

    CodelistArtefacts(CodeLists lists, VersionHead version) {
        this.lists = lists;
        this.version = version;
        this.name = name(version.list());
    }

    /** What a list is called in identifiers: as the dimension that it is for, otherwise by its own name in the singular. */
    static String name(String list) {
        return Stream.of(Dimension.values())
                .filter(dimension -> dimension.codeList().equals(list))
                .map(Dimension::name)
                .findFirst()
                .orElseGet(() -> SdmxId.ofName(list).replaceFirst("S$", ""));
    }

    ItemScheme codelist() {
        return new ItemScheme(head(ArtefactType.CODELIST, "CL_" + name, Map.of()), List.of(), false, this::items);
    }

    /** The list's own tree, of this version's codes. */
    Optional<CodeHierarchy> tree() {
        if (version.levels().size() < 2) {
            return Optional.empty();
        }
        CodelistReference list = CodelistReference.to(codelist().head());
        String path = String.join(", ", version.levels());
        Maintainable head =
                head(ArtefactType.HIERARCHY, "H_" + name, Map.of("en", "The list's own tree; its levels: " + path));
        return Optional.of(new CodeHierarchy(head, List.of(list), version.levels(), () -> nodes(list)));
    }

    private Maintainable head(ArtefactType type, String id, Map<String, String> descriptions) {
        return new Maintainable(
                type,
                Maintainable.AGENCY,
                id,
                version.version(),
                true,
                version.madeAt(),
                version.titles(),
                descriptions,
                List.of(Annotation.value("DATA_STANDARD", version.standard())),
                version.contentHash());
    }

    private List<Code> codes() {
        return lists.read(version.list(), version.version(), null).codes().codes();
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Code code : codes()) {
            items.add(item(code, items.size() + 1));
        }
        return items;
    }

    private static Item item(Code code, int order) {
        return new Item(
                SdmxId.of(code.code()),
                code.label().containsKey("en") ? code.label() : Map.of("en", code.englishLabel()),
                code.definition() == null ? Map.of() : Map.of("en", code.definition()),
                code.parentCode().map(SdmxId::of).orElse(null),
                annotations(code, order),
                null);
    }

    private static List<Annotation> annotations(Code code, int order) {
        List<Annotation> annotations = new ArrayList<>();
        annotations.add(Annotation.value("ORIGINAL_CODE", code.code()));
        // as a text, since that is where the programs that sort by it look
        annotations.add(Annotation.text("ORDER", order));
        annotations.add(Annotation.value("LEVEL", code.level()));
        if (code.validFrom() != null) {
            annotations.add(Annotation.value("VALID_FROM", code.validFrom()));
        }
        if (code.validTo() != null) {
            annotations.add(Annotation.value("VALID_TO", code.validTo()));
        }
        if (code.supersededBy() != null) {
            annotations.add(Annotation.value("SUPERSEDED_BY", SdmxId.of(code.supersededBy())));
        }
        if (!code.labelOrigin().isEmpty()) {
            List<String> origins = code.labelOrigin().entrySet().stream()
                    .map(Map.Entry::toString)
                    .toList();
            annotations.add(Annotation.value("LABEL_ORIGIN", String.join(";", origins)));
        }
        if (code.notes() != null) {
            annotations.add(Annotation.text("NOTES", code.notes()));
        }
        return annotations;
    }

    private List<CodeHierarchy.Node> nodes(CodelistReference list) {
        Map<String, List<Code>> byParent = new LinkedHashMap<>();
        codes().forEach(code -> byParent.computeIfAbsent(code.parentCode().orElse(""), above -> new ArrayList<>())
                .add(code));
        return below("", byParent, list);
    }

    private static List<CodeHierarchy.Node> below(
            String parent, Map<String, List<Code>> byParent, CodelistReference list) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .map(code -> new CodeHierarchy.Node(
                        SdmxId.of(code.code()),
                        list,
                        SdmxId.of(code.code()),
                        code.validFrom(),
                        code.validTo(),
                        code.level(),
                        List.of(),
                        below(code.code(), byParent, list)))
                .toList();
    }
}

package org.undatacube.registry.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.SdmxId;
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
        return dimension(list)
                .map(Dimension::name)
                .orElseGet(() -> Maintainable.idOf(list).replaceFirst("S$", ""));
    }

    private static Optional<Dimension> dimension(String list) {
        return Stream.of(Dimension.values())
                .filter(dimension -> dimension.codeList().equals(list))
                .findFirst();
    }

    ItemScheme codelist() {
        return new ItemScheme(head(ArtefactType.CODELIST, "CL_" + name, Map.of()), List.of(), false, this::items);
    }

    /** What the structures of the cubes enumerate, where the list is of one of their dimensions. */
    Optional<ItemScheme> members(Vocabulary vocabulary) {
        return dimension(version.list())
                .map(dimension -> dimension == Dimension.LOCATION
                        ? MemberCodelist.ofAreas(codelist().head(), this::list, vocabulary)
                        : MemberCodelist.of(codelist(), vocabulary));
    }

    /** The list's own tree, of this version's codes. */
    Optional<CodeHierarchy> tree() {
        if (version.levels().size() < 2) {
            return Optional.empty();
        }
        Reference list = Reference.to(codelist().head());
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

    private CodeList list() {
        return lists.read(version.list(), version.version(), null).codes();
    }

    private List<Item> items() {
        return items(list(), SdmxId::of);
    }

    /** @param ids the identifier of each code */
    static List<Item> items(CodeList list, UnaryOperator<String> ids) {
        List<Item> items = new ArrayList<>();
        for (Code code : list.codes()) {
            items.add(item(code, ids, items.size() + 1));
        }
        return items;
    }

    private static Item item(Code code, UnaryOperator<String> ids, int order) {
        return new Item(
                ids.apply(code.code()),
                code.label().containsKey("en") ? code.label() : Map.of("en", code.englishLabel()),
                code.definition() == null ? Map.of() : Map.of("en", code.definition()),
                code.parentCode().map(ids).orElse(null),
                annotations(code, ids, order),
                null);
    }

    private static List<Annotation> annotations(Code code, UnaryOperator<String> ids, int order) {
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
            annotations.add(Annotation.value("SUPERSEDED_BY", ids.apply(code.supersededBy())));
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

    private List<CodeHierarchy.Node> nodes(Reference list) {
        Map<String, List<Code>> byParent = new LinkedHashMap<>();
        for (Code code : list().codes()) {
            byParent.computeIfAbsent(code.parentCode().orElse(""), above -> new ArrayList<>())
                    .add(code);
        }
        return below("", byParent, list);
    }

    private static List<CodeHierarchy.Node> below(String parent, Map<String, List<Code>> byParent, Reference list) {
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

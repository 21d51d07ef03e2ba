package org.undatacube.registry.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * SDMX-ML 2.1. It refers by parts rather than by URN, knows only exact versions, and puts hierarchies into hierarchical
 * code lists: here one into each, of its own name.
 */
final class StructureMl21 extends StructureMl {

    StructureMl21(OutputStream out) throws IOException {
        super(out, "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/");
    }

    @Override
    String containerName(ArtefactType type) {
        return switch (type) {
            case AGENCY_SCHEME -> "str:OrganisationSchemes";
            case CODELIST -> "str:Codelists";
            case HIERARCHY -> "str:HierarchicalCodelists";
            case CONCEPT_SCHEME -> "str:Concepts";
        };
    }

    @Override
    String urn(Maintainable head) {
        return head.type() == ArtefactType.HIERARCHY
                ? Urn.of("codelist.HierarchicalCodelist", head.agency(), head.id(), head.version())
                : head.urn();
    }

    @Override
    String version(Maintainable head) {
        return head.version();
    }

    @Override
    String isFinal(Maintainable head) {
        return String.valueOf(head.isSettled());
    }

    @Override
    List<Annotation> annotationsOf(Item item) {
        return item.annotations();
    }

    @Override
    void annotation(Annotation annotation) throws IOException {
        xml.text("com:AnnotationTitle", annotation.value());
        xml.text("com:AnnotationType", annotation.type());
        texts("com:AnnotationText", annotation.texts());
    }

    @Override
    void parent(String id) throws IOException {
        xml.element("str:Parent", attributes(), () -> xml.empty("Ref", "id", id));
    }

    @Override
    void enumeration(CodelistReference list) throws IOException {
        reference("str:Enumeration", list);
    }

    @Override
    void hierarchy(CodeHierarchy hierarchy, Amount amount, String address) throws IOException {
        Maintainable head = hierarchy.head();
        xml.element("str:HierarchicalCodelist", identity(head, amount, address), () -> {
            description(head, amount);
            if (amount == Amount.FULL) {
                for (CodelistReference list : hierarchy.references()) {
                    // some readers insist on the alias, which the schema does not
                    reference("str:IncludedCodelist", list, "alias", list.id());
                }
                tree(hierarchy);
            }
        });
    }

    private void tree(CodeHierarchy hierarchy) throws IOException {
        String isLeveled = String.valueOf(!hierarchy.levels().isEmpty());
        String[] attributes = attributes("id", hierarchy.head().id(), "leveled", isLeveled);
        xml.element("str:Hierarchy", attributes, () -> {
            texts("com:Name", hierarchy.head().names());
            for (CodeHierarchy.Node node : hierarchy.top()) {
                node(node);
            }
            levels(hierarchy.levels());
        });
    }

    @Override
    void code(CodeHierarchy.Node node) throws IOException {
        CodelistReference list = node.list();
        xml.element(
                "str:Code",
                attributes(),
                () -> xml.empty(
                        "Ref",
                        "id",
                        node.code(),
                        "maintainableParentID",
                        list.id(),
                        "maintainableParentVersion",
                        list.version(),
                        "agencyID",
                        Maintainable.AGENCY));
    }

    @Override
    void level(String id) throws IOException {
        xml.element("str:Level", attributes(), () -> xml.empty("Ref", "id", id));
    }

    private void reference(String name, CodelistReference list, String... attributes) throws IOException {
        xml.element(
                name,
                attributes,
                () -> xml.empty("Ref", "id", list.id(), "version", list.version(), "agencyID", Maintainable.AGENCY));
    }
}

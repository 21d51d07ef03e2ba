package org.undatacube.registry.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.undatacube.http.sdmx.Xml;

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
            case DATAFLOW -> "str:Dataflows";
            case CODELIST -> "str:Codelists";
            case HIERARCHY -> "str:HierarchicalCodelists";
            case CONCEPT_SCHEME -> "str:Concepts";
            case DATA_STRUCTURE -> "str:DataStructures";
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
    void hierarchy(CodeHierarchy hierarchy, Amount amount, String address) throws IOException {
        Maintainable head = hierarchy.head();
        xml.element("str:HierarchicalCodelist", identity(head, amount, address), () -> {
            description(head, amount);
            if (amount == Amount.FULL) {
                for (Reference list : hierarchy.references()) {
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
    void level(String id) throws IOException {
        xml.element("str:Level", attributes(), () -> xml.empty("Ref", "id", id));
    }

    @Override
    String measureName() {
        return "str:PrimaryMeasure";
    }

    @Override
    String[] usage(boolean isMandatory) {
        return attributes("assignmentStatus", isMandatory ? "Mandatory" : "Conditional");
    }

    @Override
    void relationship(DataStructure.Component measure) throws IOException {
        if (measure == null) {
            xml.empty("str:None");
        } else {
            xml.element("str:PrimaryMeasure", attributes(), () -> xml.empty("Ref", "id", measure.id()));
        }
    }

    @Override
    void reference(String name, Reference to) throws IOException {
        reference(name, to, attributes());
    }

    private void reference(String name, Reference to, String... attributes) throws IOException {
        xml.element(
                name,
                attributes,
                () -> xml.empty(
                        "Ref",
                        Xml.join(
                                attributes("id", to.id(), "version", to.version()),
                                referred(to.type().urnClass()))));
    }

    @Override
    void itemReference(String name, Reference scheme, String item) throws IOException {
        xml.element(
                name,
                attributes(),
                () -> xml.empty(
                        "Ref",
                        Xml.join(
                                attributes(
                                        "id",
                                        item,
                                        "maintainableParentID",
                                        scheme.id(),
                                        "maintainableParentVersion",
                                        scheme.version()),
                                referred(scheme.type().itemUrnClass()))));
    }

    /** The rest of a reference; some readers insist on class and package, which the schema does not. */
    private static String[] referred(String urnClass) {
        int dot = urnClass.indexOf('.');
        return attributes(
                "agencyID",
                Maintainable.AGENCY,
                "package",
                urnClass.substring(0, dot),
                "class",
                urnClass.substring(dot + 1));
    }
}

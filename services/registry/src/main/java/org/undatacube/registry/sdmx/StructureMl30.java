package org.undatacube.registry.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** SDMX-ML 3.0. */
final class StructureMl30 extends StructureMl {
    /**
     * What the schema of version 3.0.0 takes as the parent of a code, though it takes more as a code; put right in 3.0.1
     * (sdmx-twg/sdmx-ml, issue 30). Other parents are an annotation.
     */
    private static final Pattern PARENT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    StructureMl30(OutputStream out) throws IOException {
        super(out, "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/");
    }

    @Override
    String containerName(ArtefactType type) {
        return switch (type) {
            case AGENCY_SCHEME -> "str:AgencySchemes";
            case DATAFLOW -> "str:Dataflows";
            case CODELIST -> "str:Codelists";
            case HIERARCHY -> "str:Hierarchies";
            case CONCEPT_SCHEME -> "str:ConceptSchemes";
            case DATA_STRUCTURE -> "str:DataStructures";
        };
    }

    @Override
    String urn(Maintainable head) {
        return head.urn();
    }

    @Override
    String version(Maintainable head) {
        return head.type() == ArtefactType.AGENCY_SCHEME ? null : head.version();
    }

    @Override
    String isFinal(Maintainable head) {
        return null;
    }

    @Override
    List<Annotation> annotationsOf(Item item) {
        if (item.parent() == null || PARENT.matcher(item.parent()).matches()) {
            return item.annotations();
        }
        List<Annotation> annotations = new ArrayList<>(item.annotations());
        annotations.add(Annotation.value("PARENT", item.parent()));
        return annotations;
    }

    @Override
    void annotation(Annotation annotation) throws IOException {
        xml.text("com:AnnotationType", annotation.type());
        texts("com:AnnotationText", annotation.texts());
        xml.text("com:AnnotationValue", annotation.value());
    }

    @Override
    void parent(String id) throws IOException {
        if (PARENT.matcher(id).matches()) {
            xml.text("str:Parent", id);
        }
    }

    @Override
    void hierarchy(CodeHierarchy hierarchy, Amount amount, String address) throws IOException {
        Maintainable head = hierarchy.head();
        boolean isLeveled = !hierarchy.levels().isEmpty();
        String[] attributes = identity(head, amount, address, "hasFormalLevels", String.valueOf(isLeveled));
        xml.element("str:Hierarchy", attributes, () -> {
            description(head, amount);
            if (amount == Amount.FULL) {
                levels(hierarchy.levels());
            }
            for (CodeHierarchy.Node node : hierarchy.top()) {
                // the schema wants codes even in a stub
                node(amount == Amount.FULL ? node : node.alone());
            }
        });
    }

    @Override
    void level(String id) throws IOException {
        xml.text("str:Level", id);
    }

    @Override
    String measureName() {
        return "str:Measure";
    }

    @Override
    String[] usage(boolean isMandatory) {
        return attributes("usage", isMandatory ? "mandatory" : "optional");
    }

    @Override
    void relationship(DataStructure.Component measure) throws IOException {
        xml.empty(measure == null ? "str:Dataflow" : "str:Observation");
    }

    @Override
    void reference(String name, Reference to) throws IOException {
        xml.text(name, to.urn());
    }

    @Override
    void itemReference(String name, Reference scheme, String item) throws IOException {
        xml.text(name, scheme.urn(item));
    }
}

package org.undatacube.registry.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.undatacube.http.sdmx.Xml;
import org.undatacube.registry.sdmx.StructureSearch.Found;

/** SDMX-ML, as far as its versions agree. Written as it goes, so that a large list needs no memory. */
abstract class StructureMl implements StructureWriter {
    final Xml xml;
    private final String namespaces;

    /** @param namespaces what the addresses of the schemas' namespaces begin with */
    StructureMl(OutputStream out, String namespaces) throws IOException {
        this.xml = new Xml(out);
        this.namespaces = namespaces;
    }

    @Override
    public final void write(StructureMessage message) throws IOException {
        document("mes:Structure", () -> {
            header(message);
            xml.element("mes:Structures", attributes(), () -> {
                for (ArtefactType type : ArtefactType.values()) {
                    container(type, message);
                }
            });
        });
    }

    @Override
    public final void write(ErrorMessage message) throws IOException {
        document(
                "mes:Error",
                () -> xml.element(
                        "mes:ErrorMessage",
                        attributes("code", String.valueOf(message.code())),
                        () -> xml.text("com:Text", message.text(), "xml:lang", "en")));
    }

    private void document(String root, Xml.Content content) throws IOException {
        String[] declared = attributes(
                "xmlns:mes", namespaces + "message",
                "xmlns:str", namespaces + "structure",
                "xmlns:com", namespaces + "common");
        xml.document(() -> xml.element(root, declared, content));
    }

    private void header(StructureMessage message) throws IOException {
        xml.element("mes:Header", attributes(), () -> {
            xml.text("mes:ID", message.id());
            xml.text("mes:Test", "false");
            xml.text("mes:Prepared", message.prepared().toString());
            xml.empty("mes:Sender", "id", Maintainable.AGENCY);
        });
    }

    private void container(ArtefactType type, StructureMessage message) throws IOException {
        List<Found> found = message.found(type);
        if (!found.isEmpty()) {
            xml.element(containerName(type), attributes(), () -> {
                for (Found one : found) {
                    artefact(one, message.api().address(one.artefact().head()));
                }
            });
        }
    }

    private void artefact(Found found, String address) throws IOException {
        if (found.artefact() instanceof ItemScheme scheme) {
            scheme(scheme, found.amount(), address);
        } else if (found.artefact() instanceof CodeHierarchy hierarchy) {
            hierarchy(hierarchy, found.amount(), address);
        } else if (found.artefact() instanceof DataStructure structure) {
            DataStructureMl components = new DataStructureMl(this, structure);
            maintainable("str:DataStructure", found, address, components::write);
        } else if (found.artefact() instanceof Dataflow dataflow) {
            maintainable("str:Dataflow", found, address, () -> reference("str:Structure", dataflow.structure()));
        }
    }

    /** @param content what is said of it in full */
    private void maintainable(String name, Found found, String address, Xml.Content content) throws IOException {
        Maintainable head = found.artefact().head();
        xml.element(name, identity(head, found.amount(), address), () -> {
            description(head, found.amount());
            if (found.amount() == Amount.FULL) {
                content.write();
            }
        });
    }

    private void scheme(ItemScheme scheme, Amount amount, String address) throws IOException {
        Maintainable head = scheme.head();
        String item = switch (head.type()) {
            case AGENCY_SCHEME -> "Agency";
            case CODELIST -> "Code";
            case CONCEPT_SCHEME -> "Concept";
            case HIERARCHY, DATA_STRUCTURE, DATAFLOW -> throw new IllegalArgumentException(head + " has no items");
        };
        String name = item.equals("Code") ? "str:Codelist" : "str:" + item + "Scheme";
        xml.element(name, identity(head, amount, address, "isPartial", scheme.isPartial() ? "true" : null), () -> {
            description(head, amount);
            if (amount == Amount.FULL) {
                for (Item each : scheme.items()) {
                    item("str:" + item, each);
                }
            }
        });
    }

    private void item(String name, Item item) throws IOException {
        xml.element(name, attributes("id", item.id()), () -> {
            annotations(annotationsOf(item));
            texts("com:Name", item.names());
            texts("com:Description", item.descriptions());
            if (item.parent() != null) {
                parent(item.parent());
            }
            if (item.representation() != null) {
                representation("str:CoreRepresentation", item.representation());
            }
        });
    }

    final void representation(String name, Item.Representation representation) throws IOException {
        xml.element(name, attributes(), () -> {
            if (representation.codelist() == null) {
                xml.empty("str:TextFormat", "textType", representation.textType());
            } else {
                reference("str:Enumeration", representation.codelist());
            }
        });
    }

    /** Attributes of an artefact, and {@code more} of them. */
    final String[] identity(Maintainable head, Amount amount, String address, String... more) {
        boolean isStub = amount != Amount.FULL;
        String[] common = attributes(
                "id",
                head.id(),
                "urn",
                urn(head),
                "agencyID",
                head.agency(),
                "version",
                version(head),
                "validFrom",
                head.validFrom() == null ? null : head.validFrom().toString(),
                "isFinal",
                isFinal(head),
                "isExternalReference",
                isStub ? "true" : null,
                "structureURL",
                isStub ? address : null);
        return Xml.join(common, more);
    }

    final void description(Maintainable head, Amount amount) throws IOException {
        if (amount != Amount.STUB) {
            annotations(head.annotations());
        }
        texts("com:Name", head.names());
        if (amount != Amount.STUB) {
            texts("com:Description", head.descriptions());
        }
    }

    private void annotations(List<Annotation> annotations) throws IOException {
        if (!annotations.isEmpty()) {
            xml.element("com:Annotations", attributes(), () -> {
                for (Annotation each : annotations) {
                    xml.element("com:Annotation", attributes(), () -> annotation(each));
                }
            });
        }
    }

    final void texts(String name, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            xml.text(name, text.getValue(), "xml:lang", text.getKey());
        }
    }

    /** A code at its place, with all that is below it. */
    final void node(CodeHierarchy.Node node) throws IOException {
        String[] attributes = attributes(
                "id", node.id(), "validFrom", Years.start(node.validFrom()), "validTo", Years.end(node.validTo()));
        xml.element("str:HierarchicalCode", attributes, () -> {
            annotations(node.annotations());
            itemReference("str:Code", node.list(), node.code());
            for (CodeHierarchy.Node child : node.children()) {
                node(child);
            }
            if (node.level() != null) {
                level(node.level());
            }
        });
    }

    /** The levels' descriptions, each within that of the level above it. */
    final void levels(List<String> levels) throws IOException {
        if (!levels.isEmpty()) {
            xml.element("str:Level", attributes("id", levels.get(0)), () -> {
                texts("com:Name", Map.of("en", levels.get(0)));
                levels(levels.subList(1, levels.size()));
            });
        }
    }

    abstract String containerName(ArtefactType type);

    abstract String urn(Maintainable head);

    /** Null where it is not said. */
    abstract String version(Maintainable head);

    /** Null where there is no such attribute. */
    abstract String isFinal(Maintainable head);

    abstract List<Annotation> annotationsOf(Item item);

    abstract void annotation(Annotation annotation) throws IOException;

    abstract void parent(String id) throws IOException;

    abstract void hierarchy(CodeHierarchy hierarchy, Amount amount, String address) throws IOException;

    abstract void level(String id) throws IOException;

    abstract String measureName();

    /** The attribute that says whether an attribute of a data structure must have a value. */
    abstract String[] usage(boolean isMandatory);

    /** @param measure of which each value has a value of the attribute; null where the whole dataset has one */
    abstract void relationship(DataStructure.Component measure) throws IOException;

    abstract void reference(String name, Reference to) throws IOException;

    abstract void itemReference(String name, Reference scheme, String item) throws IOException;
}

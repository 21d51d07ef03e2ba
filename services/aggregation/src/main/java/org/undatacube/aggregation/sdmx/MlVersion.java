package org.undatacube.aggregation.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import java.io.OutputStream;
import org.undatacube.http.sdmx.Xml;

/** What the versions of SDMX-ML say differently. */
enum MlVersion {
    V2_1("http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"),
    V3_0("http://www.sdmx.org/resources/sdmxml/schemas/v3_0/");

    private final String schemas;

    MlVersion(String schemas) {
        this.schemas = schemas;
    }

    String namespace(String name) {
        return schemas + name;
    }

    /** Declarations that every message has. */
    String[] namespaces() {
        return attributes("xmlns:mes", namespace("message"), "xmlns:com", namespace("common"));
    }

    /** @param more attributes of the reference to the data flow */
    void header(Xml xml, DataMessage message, String... more) throws IOException {
        FlowStructure structure = message.structure();
        xml.element("mes:Header", attributes(), () -> {
            start(xml, message.id(), message.prepared().toString());
            String[] reference = Xml.join(
                    attributes(
                            "structureID", structure.id(), "dimensionAtObservation", message.dimensionAtObservation()),
                    more);
            xml.element("mes:Structure", reference, () -> {
                if (this == V2_1) {
                    xml.element("com:StructureUsage", attributes(), () -> reference(xml, structure));
                } else {
                    xml.text("com:StructureUsage", structure.urn());
                }
            });
        });
    }

    /** What every header begins with. */
    static void start(Xml xml, String id, String prepared) throws IOException {
        xml.text("mes:ID", id);
        xml.text("mes:Test", "false");
        xml.text("mes:Prepared", prepared);
        xml.empty("mes:Sender", "id", FlowStructure.AGENCY);
    }

    /** To the data flow, by its parts. */
    static void reference(Xml xml, FlowStructure structure) throws IOException {
        xml.empty("Ref", "agencyID", FlowStructure.AGENCY, "id", structure.id(), "version", FlowStructure.VERSION);
    }

    void write(ErrorMessage message, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        xml.document(() -> xml.element(
                "mes:Error",
                namespaces(),
                () -> xml.element(
                        "mes:ErrorMessage",
                        attributes("code", String.valueOf(message.code())),
                        () -> xml.text("com:Text", message.text(), "xml:lang", "en"))));
    }
}

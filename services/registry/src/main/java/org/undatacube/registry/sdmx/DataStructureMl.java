package org.undatacube.registry.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import org.undatacube.http.sdmx.Xml;

/** What a data structure consists of, in SDMX-ML. */
final class DataStructureMl {
    private final Xml xml;
    private final StructureMl ml;
    private final DataStructure structure;

    DataStructureMl(StructureMl ml, DataStructure structure) {
        this.xml = ml.xml;
        this.ml = ml;
        this.structure = structure;
    }

    void write() throws IOException {
        xml.element("str:DataStructureComponents", attributes(), () -> {
            xml.element("str:DimensionList", attributes("id", "DimensionDescriptor"), this::dimensions);
            xml.element("str:AttributeList", attributes("id", "AttributeDescriptor"), this::attributeList);
            xml.element(
                    "str:MeasureList",
                    attributes("id", "MeasureDescriptor"),
                    () -> component(ml.measureName(), structure.measure(), attributes(), () -> {}));
        });
    }

    private void dimensions() throws IOException {
        int position = 0;
        for (DataStructure.Component dimension : structure.dimensions()) {
            position++;
            component("str:Dimension", dimension, attributes("position", String.valueOf(position)), () -> {});
        }
        component("str:TimeDimension", structure.time(), attributes(), () -> {});
    }

    private void attributeList() throws IOException {
        for (DataStructure.Attribute attribute : structure.attributes()) {
            component(
                    "str:Attribute",
                    attribute.component(),
                    ml.usage(attribute.isMandatory()),
                    () -> xml.element(
                            "str:AttributeRelationship",
                            attributes(),
                            () -> ml.relationship(attribute.isOfObservation() ? structure.measure() : null)));
        }
    }

    private void component(String name, DataStructure.Component component, String[] more, Xml.Content relationship)
            throws IOException {
        xml.element(name, Xml.join(attributes("id", component.id()), more), () -> {
            ml.itemReference("str:ConceptIdentity", structure.concepts(), component.id());
            ml.representation("str:LocalRepresentation", component.representation());
            relationship.write();
        });
    }
}

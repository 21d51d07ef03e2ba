package org.undatacube.registry.sdmx;

import static org.undatacube.registry.sdmx.StructureJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a data structure consists of, in SDMX-JSON. */
final class DataStructureJson {
    private DataStructureJson() {}

    static Map<String, Object> components(DataStructure structure) {
        return object(
                "dimensionList",
                object(
                        "id",
                        "DimensionDescriptor",
                        "dimensions",
                        dimensions(structure),
                        "timeDimension",
                        component(structure, structure.time())),
                "attributeList",
                object(
                        "id",
                        "AttributeDescriptor",
                        "attributes",
                        structure.attributes().stream()
                                .map(attribute -> attribute(structure, attribute))
                                .toList()),
                "measureList",
                object("id", "MeasureDescriptor", "measures", List.of(component(structure, structure.measure()))));
    }

    private static List<Map<String, Object>> dimensions(DataStructure structure) {
        List<Map<String, Object>> dimensions = new ArrayList<>();
        for (DataStructure.Component dimension : structure.dimensions()) {
            Map<String, Object> written = component(structure, dimension);
            written.put("position", dimensions.size() + 1);
            dimensions.add(written);
        }
        return dimensions;
    }

    private static Map<String, Object> attribute(DataStructure structure, DataStructure.Attribute attribute) {
        Map<String, Object> written = component(structure, attribute.component());
        written.put("usage", attribute.isMandatory() ? "mandatory" : "optional");
        written.put(
                "attributeRelationship", Map.of(attribute.isOfObservation() ? "observation" : "dataflow", Map.of()));
        return written;
    }

    private static Map<String, Object> component(DataStructure structure, DataStructure.Component component) {
        return object(
                "id", component.id(),
                "conceptIdentity", structure.concepts().urn(component.id()),
                "localRepresentation", StructureJson.representation(component.representation()));
    }
}

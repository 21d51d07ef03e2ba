package org.undatacube.aggregation.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.undatacube.aggregation.sdmx.FlowStructure.CodedDimension;

/** What a message of SDMX-JSON says of its data's structure: the components, and the values that the data refer to. */
final class JsonStructure {
    /** All that OBS_STATUS can be. */
    static final List<String> STATUSES = List.of("A", "U");

    private final DataMessage message;
    private final FlowStructure structure;
    private final Labels labels;
    private final JsonIndexes indexes;

    JsonStructure(DataMessage message, JsonIndexes indexes) {
        this.message = message;
        this.structure = message.structure();
        this.labels = message.labels();
        this.indexes = indexes;
    }

    /** Writes what a list holds. */
    @FunctionalInterface
    private interface Items {
        void write() throws IOException;
    }

    /** @param dataSets how many there are */
    void write(JsonGenerator json, int dataSets) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", labels.flow(structure));
        list(json, "links", () -> {
            link(json, "dataflow", structure.urn());
            link(json, "structure", structure.structureUrn());
        });
        list(json, "dataSets", () -> {
            for (int place = 0; place < dataSets; place++) {
                json.writeNumber(place);
            }
        });
        json.writeObjectFieldStart("dimensions");
        dimensions(json);
        json.writeEndObject();
        json.writeObjectFieldStart("measures");
        if (message.content().hasValues()) {
            list(json, "observation", () -> {
                component(json, FlowStructure.MEASURE);
                format(json, "Decimal");
                json.writeEndObject();
            });
        }
        json.writeEndObject();
        json.writeObjectFieldStart("attributes");
        list(json, "dataSet", () -> {
            for (Attribute attribute : message.content().ofDataSet()) {
                ofDataSet(json, attribute);
            }
        });
        list(json, "observation", () -> {
            for (Attribute attribute : message.content().ofObservations()) {
                ofObservation(json, attribute);
            }
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private void dimensions(JsonGenerator json) throws IOException {
        boolean isFlat = message.query().isFlat();
        if (!isFlat) {
            list(json, "series", () -> seriesDimensions(json));
        }
        list(json, "observation", () -> {
            if (isFlat) {
                seriesDimensions(json);
            }
            if (message.content().hasObservations()) {
                time(json);
            }
        });
    }

    private void seriesDimensions(JsonGenerator json) throws IOException {
        dimension(json, FlowStructure.FREQUENCY, 0);
        list(json, "values", () -> value(json, FlowStructure.ANNUAL, labels.frequency()));
        json.writeEndObject();
        for (int place = 0; place < structure.dimensions().size(); place++) {
            CodedDimension dimension = structure.dimensions().get(place);
            List<String> codes = indexes.codes(place);
            dimension(json, dimension.id(), place + 1);
            list(json, "values", () -> {
                for (String code : codes) {
                    value(
                            json,
                            message.identifiers().of(dimension.dimension(), code),
                            labels.member(dimension.dimension(), code));
                }
            });
            json.writeEndObject();
        }
    }

    private void time(JsonGenerator json) throws IOException {
        dimension(json, FlowStructure.TIME, structure.seriesKey().size());
        list(json, "values", () -> {
            for (int year : indexes.years()) {
                json.writeStartObject();
                json.writeStringField("id", Integer.toString(year));
                json.writeStringField("name", Integer.toString(year));
                json.writeStringField("start", year + "-01-01T00:00:00Z");
                json.writeStringField("end", year + "-12-31T23:59:59Z");
                json.writeEndObject();
            }
        });
        json.writeEndObject();
    }

    private void ofDataSet(JsonGenerator json, Attribute attribute) throws IOException {
        component(json, attribute.name());
        json.writeObjectFieldStart("relationship");
        json.writeObjectFieldStart("dataflow");
        json.writeEndObject();
        json.writeEndObject();
        String value = attribute.of(null);
        list(json, "values", () -> value(json, value, labels.value(attribute, value)));
        json.writeEndObject();
    }

    private void ofObservation(JsonGenerator json, Attribute attribute) throws IOException {
        component(json, attribute.name());
        json.writeObjectFieldStart("relationship");
        json.writeObjectFieldStart("observation");
        json.writeEndObject();
        json.writeEndObject();
        if (attribute == Attribute.OBS_STATUS) {
            list(json, "values", () -> {
                for (String status : STATUSES) {
                    value(json, status, labels.value(attribute, status));
                }
            });
        } else {
            format(json, attribute.name().startsWith("AMOUNT") ? "Decimal" : "Integer");
        }
        json.writeEndObject();
    }

    /** Begins a component, which is to be ended. */
    private void component(JsonGenerator json, String id) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("name", labels.component(id));
    }

    private void dimension(JsonGenerator json, String id, int position) throws IOException {
        component(json, id);
        json.writeNumberField("keyPosition", position);
    }

    private static void format(JsonGenerator json, String type) throws IOException {
        json.writeObjectFieldStart("format");
        json.writeStringField("dataType", type);
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, String id, String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("name", name);
        json.writeEndObject();
    }

    static void link(JsonGenerator json, String relation, String urn) throws IOException {
        json.writeStartObject();
        json.writeStringField("rel", relation);
        json.writeStringField("urn", urn);
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, String name, Items items) throws IOException {
        json.writeArrayFieldStart(name);
        items.write();
        json.writeEndArray();
    }
}

package org.undatacube.aggregation.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/**
 * SDMX-JSON, of which versions 2.0.0 and 2.1.0 say alike all that there is here. Observations name codes by their place
 * in lists that come behind them, since it is not known before which codes there will be.
 */
final class DataJson implements DataWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private final String schema;

    /** @param schema the address of the schema that messages follow */
    DataJson(String schema) {
        this.schema = schema;
    }

    @Override
    public void write(DataMessage message, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        JsonIndexes indexes = new JsonIndexes(message);
        json.writeStartObject();
        JsonHead.write(
                json, schema, message.id(), message.prepared(), message.labels().language());
        json.writeObjectFieldStart("data");
        json.writeArrayFieldStart("dataSets");
        int count = 0;
        while (message.dataSets().hasNext()) {
            dataSet(json, message, message.dataSets().next(), indexes);
            count++;
        }
        json.writeEndArray();
        json.writeArrayFieldStart("structures");
        new JsonStructure(message, indexes).write(json, count);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }

    private static void dataSet(JsonGenerator json, DataMessage message, DataSet dataSet, JsonIndexes indexes)
            throws IOException {
        boolean isTold = dataSet.action() != DataSet.Action.DELETE;
        json.writeStartObject();
        json.writeNumberField("structure", 0);
        json.writeStringField("action", dataSet.action().word());
        // which version 2.0.0 insists on
        json.writeArrayFieldStart("links");
        JsonStructure.link(json, "dataflow", message.structure().urn());
        json.writeEndArray();
        if (dataSet.validFrom() != null) {
            json.writeStringField("validFrom", dataSet.validFrom().toString());
        }
        if (dataSet.validTo() != null) {
            json.writeStringField("validTo", dataSet.validTo().toString());
        }
        if (isTold) {
            json.writeArrayFieldStart("attributes");
            for (int each = 0; each < message.content().ofDataSet().size(); each++) {
                json.writeNumber(0);
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart(message.query().isFlat() ? "observations" : "series");
        while (dataSet.series().hasNext()) {
            series(json, message, isTold, dataSet.series().next(), indexes);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void series(
            JsonGenerator json, DataMessage message, boolean isTold, Series series, JsonIndexes indexes)
            throws IOException {
        String key = indexes.key(series);
        if (message.query().isFlat()) {
            for (Observation observation : series.observations()) {
                observation(json, message, isTold, key + ":" + indexes.year(observation.year()), observation);
            }
            return;
        }
        json.writeObjectFieldStart(key);
        if (message.content().hasObservations()) {
            json.writeObjectFieldStart("observations");
            for (Observation observation : series.observations()) {
                observation(json, message, isTold, Integer.toString(indexes.year(observation.year())), observation);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void observation(
            JsonGenerator json, DataMessage message, boolean isTold, String key, Observation observation)
            throws IOException {
        json.writeArrayFieldStart(key);
        if (isTold) {
            if (message.content().hasValues()) {
                // with every digit, unlike a number of Java's
                json.writeNumber(observation.value().toString());
            }
            for (Attribute attribute : message.content().ofObservations()) {
                String value = attribute.of(observation);
                if (attribute.isNumber()) {
                    json.writeNumber(value);
                } else {
                    json.writeNumber(JsonStructure.STATUSES.indexOf(value));
                }
            }
        }
        json.writeEndArray();
    }

    /** A problem in the form of a message. */
    void write(ErrorMessage message, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        JsonHead.write(json, schema, message.id(), message.prepared(), "en");
        json.writeArrayFieldStart("errors");
        json.writeStartObject();
        json.writeNumberField("code", message.code());
        json.writeStringField("title", message.text());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }
}

package org.undatacube.aggregation.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;

/** What every message of SDMX-JSON begins with. */
final class JsonHead {
    private JsonHead() {}

    static void write(JsonGenerator json, String schema, String id, Instant prepared, String language)
            throws IOException {
        json.writeObjectFieldStart("meta");
        json.writeStringField("schema", schema);
        json.writeStringField("id", id);
        json.writeBooleanField("test", false);
        json.writeStringField("prepared", prepared.toString());
        json.writeArrayFieldStart("contentLanguages");
        json.writeString(language);
        json.writeEndArray();
        json.writeObjectFieldStart("sender");
        json.writeStringField("id", FlowStructure.AGENCY);
        json.writeEndObject();
        json.writeEndObject();
    }
}

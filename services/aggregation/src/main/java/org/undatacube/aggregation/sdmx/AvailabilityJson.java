package org.undatacube.aggregation.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which data there are as SDMX-JSON. Until version 2.0 it is said by a constraint on data, since then by one of its own. */
final class AvailabilityJson {
    private static final JsonMapper JSON = new JsonMapper();

    private final String schema;
    private final boolean hasOwnKind;

    AvailabilityJson(String schema, boolean hasOwnKind) {
        this.schema = schema;
        this.hasOwnKind = hasOwnKind;
    }

    void write(AvailabilityMessage message, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        JsonHead.write(json, schema, message.id(), message.prepared(), "en");
        json.writePOJOField(
                "data",
                hasOwnKind
                        ? Map.of("availabilityConstraints", List.of(ownKind(message)))
                        : Map.of("dataConstraints", List.of(ofData(message))));
        json.writeEndObject();
        json.flush();
    }

    private static Map<String, Object> ownKind(AvailabilityMessage message) {
        Map<String, Object> constraint = new LinkedHashMap<>();
        constraint.put(
                "constraintAttachment", Map.of("dataflow", message.structure().urn()));
        constraint.put("cubeRegion", region(message.availability()));
        constraint.put("seriesCount", message.availability().series());
        constraint.put("obsCount", message.availability().observations());
        return constraint;
    }

    private static Map<String, Object> ofData(AvailabilityMessage message) {
        Map<String, Object> constraint = new LinkedHashMap<>();
        constraint.put("id", message.constraintId());
        constraint.put("agencyID", FlowStructure.AGENCY);
        constraint.put("version", FlowStructure.VERSION);
        constraint.put("name", message.name());
        constraint.put("role", "Actual");
        constraint.put(
                "annotations",
                List.of(
                        metric("series_count", message.availability().series()),
                        metric("obs_count", message.availability().observations())));
        constraint.put(
                "constraintAttachment",
                Map.of("dataflows", List.of(message.structure().urn())));
        constraint.put("cubeRegions", List.of(region(message.availability())));
        return constraint;
    }

    private static Map<String, Object> metric(String id, long count) {
        return Map.of("id", id, "title", Long.toString(count), "type", "sdmx_metrics");
    }

    private static Map<String, Object> region(Availability availability) {
        List<Map<String, Object>> keyValues = new ArrayList<>();
        availability
                .values()
                .forEach((dimension, values) ->
                        keyValues.add(Map.of("id", dimension, "include", true, "values", values)));
        if (availability.years() != null) {
            Map<String, Object> range = Map.of(
                    "startPeriod", period(availability.years().first()),
                    "endPeriod", period(availability.years().last()));
            keyValues.add(Map.of("id", FlowStructure.TIME, "include", true, "timeRange", range));
        }
        return Map.of("include", true, "keyValues", keyValues);
    }

    private static Map<String, Object> period(int year) {
        return Map.of("period", Integer.toString(year), "isInclusive", true);
    }
}

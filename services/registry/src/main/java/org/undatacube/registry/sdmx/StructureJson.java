package org.undatacube.registry.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.http.Language;
import org.undatacube.registry.sdmx.StructureSearch.Found;

/**
 * SDMX-JSON, of which versions 2.0.0 and 2.1.0 say alike all that there is here. Where one text is wanted it is the
 * English one; the others are beside it.
 */
final class StructureJson implements StructureWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonGenerator json;
    private final String schema;

    /** @param schema the address of the schema that messages follow */
    StructureJson(OutputStream out, String schema) throws IOException {
        this.json = JSON.createGenerator(out);
        this.schema = schema;
    }

    @Override
    public void write(StructureMessage message) throws IOException {
        json.writeStartObject();
        json.writePOJOField("meta", meta(message.id(), message.prepared()));
        json.writeObjectFieldStart("data");
        for (ArtefactType type : ArtefactType.values()) {
            List<Found> found = message.found(type);
            if (!found.isEmpty()) {
                json.writeArrayFieldStart(arrayName(type));
                for (Found one : found) {
                    json.writePOJO(
                            artefact(one, message.api().address(one.artefact().head())));
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }

    @Override
    public void write(ErrorMessage message) throws IOException {
        json.writePOJO(object(
                "meta", meta(message.id(), message.prepared()),
                "errors", List.of(object("code", message.code(), "title", message.text()))));
        json.flush();
    }

    private Map<String, Object> meta(String id, Instant prepared) {
        return object(
                "schema",
                schema,
                "id",
                id,
                "test",
                false,
                "prepared",
                prepared.toString(),
                "contentLanguages",
                Language.codes(),
                "sender",
                object("id", Maintainable.AGENCY));
    }

    private static String arrayName(ArtefactType type) {
        return switch (type) {
            case AGENCY_SCHEME -> "agencySchemes";
            case DATAFLOW -> "dataflows";
            case CODELIST -> "codelists";
            case HIERARCHY -> "hierarchies";
            case CONCEPT_SCHEME -> "conceptSchemes";
            case DATA_STRUCTURE -> "dataStructures";
        };
    }

    private static Map<String, Object> artefact(Found found, String address) {
        Map<String, Object> artefact = identity(found.artefact().head(), found.amount(), address);
        if (found.artefact() instanceof ItemScheme scheme) {
            artefact.put("isPartial", scheme.isPartial());
        }
        if (found.amount() == Amount.FULL) {
            artefact.putAll(content(found.artefact()));
        }
        return artefact;
    }

    private static Map<String, Object> identity(Maintainable head, Amount amount, String address) {
        boolean isDescribed = amount != Amount.STUB;
        return object(
                "id", head.id(),
                "agencyID", head.agency(),
                "version", head.version(),
                "validFrom", head.validFrom() == null ? null : head.validFrom().toString(),
                "isExternalReference", amount != Amount.FULL,
                "links", List.of(object("rel", "self", "href", address, "urn", head.urn())),
                "name", head.names().get("en"),
                "names", head.names(),
                "description", isDescribed ? head.descriptions().get("en") : null,
                "descriptions", isDescribed ? head.descriptions() : null,
                "annotations", isDescribed ? annotations(head.annotations()) : null);
    }

    private static Map<String, Object> content(Artefact artefact) {
        if (artefact instanceof CodeHierarchy hierarchy) {
            return object(
                    "hasFormalLevels", !hierarchy.levels().isEmpty(),
                    "level", level(hierarchy.levels()),
                    "hierarchicalCodes", places(hierarchy.top()));
        }
        if (artefact instanceof Dataflow dataflow) {
            return object("structure", dataflow.structure().urn());
        }
        if (artefact instanceof DataStructure structure) {
            return object("dataStructureComponents", DataStructureJson.components(structure));
        }
        ItemScheme scheme = (ItemScheme) artefact;
        List<Map<String, Object>> items =
                scheme.items().stream().map(StructureJson::item).toList();
        return switch (scheme.head().type()) {
            case AGENCY_SCHEME -> object("agencies", items);
            case CODELIST -> object("codes", items);
            case CONCEPT_SCHEME -> object("concepts", items);
            case HIERARCHY, DATA_STRUCTURE, DATAFLOW ->
                throw new IllegalArgumentException(scheme.head() + " has no items");
        };
    }

    private static Map<String, Object> item(Item item) {
        return object(
                "id", item.id(),
                "name", item.names().get("en"),
                "names", item.names(),
                "description", item.descriptions().get("en"),
                "descriptions", item.descriptions(),
                "parent", item.parent(),
                "coreRepresentation", representation(item.representation()),
                "annotations", annotations(item.annotations()));
    }

    static Map<String, Object> representation(Item.Representation representation) {
        if (representation == null) {
            return Map.of();
        }
        return representation.codelist() == null
                ? object("format", object("dataType", representation.textType()))
                : object("enumeration", representation.codelist().urn());
    }

    private static List<Map<String, Object>> annotations(List<Annotation> annotations) {
        return annotations.stream()
                .map(annotation -> object(
                        "type", annotation.type(),
                        "value", annotation.value(),
                        "text", annotation.texts().get("en"),
                        "texts", annotation.texts()))
                .toList();
    }

    private static List<Map<String, Object>> places(List<CodeHierarchy.Node> nodes) {
        return nodes.stream()
                .map(node -> object(
                        "id", node.id(),
                        "validFrom", Years.start(node.validFrom()),
                        "validTo", Years.end(node.validTo()),
                        "code", node.list().urn(node.code()),
                        "hierarchicalCodes", places(node.children()),
                        "level", node.level(),
                        "annotations", annotations(node.annotations())))
                .toList();
    }

    /** The levels' descriptions, each within that of the level above it. */
    private static Map<String, Object> level(List<String> levels) {
        return levels.isEmpty()
                ? Map.of()
                : object(
                        "id", levels.get(0),
                        "name", levels.get(0),
                        "names", Map.of("en", levels.get(0)),
                        "level", level(levels.subList(1, levels.size())));
    }

    /** @param namesAndValues by turns; what is null or has nothing in it is left out */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int place = 0; place < namesAndValues.length; place += 2) {
            Object value = namesAndValues[place + 1];
            boolean isEmpty = value == null
                    || (value instanceof Map<?, ?> map && map.isEmpty())
                    || (value instanceof Collection<?> collection && collection.isEmpty());
            if (!isEmpty) {
                object.put((String) namesAndValues[place], value);
            }
        }
        return object;
    }
}

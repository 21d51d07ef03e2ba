package org.undatacube.gateway.apidocs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The named components of the documents merged so far. A component of another document that has a taken name but is
 * something else gets its service's name in front; one that is the same stays one.
 */
final class Components {
    private static final String ROOT = "#/components/";

    /** By reference, e.g. {@code #/components/schemas/Page}. */
    private final Map<String, Object> taken = new HashMap<>();

    Components(JsonObject document) {
        taken.putAll(byReference(document));
    }

    /** The service's document with its clashing components renamed; its components are taken from now on. */
    JsonObject withoutClashes(String service, JsonObject document) {
        Map<String, Object> theirs = byReference(document);
        Set<String> clashing = clashing(theirs);
        Map<String, String> renamed = new HashMap<>();
        clashing.forEach(reference -> renamed.put(reference, prefixed(reference, service)));
        JsonObject result = (JsonObject) rewritten(document, renamed);
        JsonObject components = result.getJsonObject("components", new JsonObject());
        renamed.forEach((from, to) -> {
            JsonObject kind = components.getJsonObject(kind(from));
            kind.put(name(to), kind.remove(name(from)));
        });
        taken.putAll(byReference(result));
        return result;
    }

    /** Those that differ from what is taken, and those that refer to such a one, however indirectly. */
    private Set<String> clashing(Map<String, Object> theirs) {
        Set<String> clashing = new HashSet<>();
        int before;
        do {
            before = clashing.size();
            theirs.forEach((reference, component) -> {
                if (taken.containsKey(reference)
                        && (!taken.get(reference).equals(component) || refersToAny(component, clashing))) {
                    clashing.add(reference);
                }
            });
        } while (clashing.size() > before);
        return clashing;
    }

    private static boolean refersToAny(Object node, Set<String> references) {
        if (node instanceof JsonObject object) {
            return references.contains(object.getValue("$ref") instanceof String reference ? reference : "")
                    || object.stream().anyMatch(member -> refersToAny(member.getValue(), references));
        }
        return node instanceof JsonArray array && array.stream().anyMatch(item -> refersToAny(item, references));
    }

    private static Object rewritten(Object node, Map<String, String> renamed) {
        if (node instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            object.forEach(member -> copy.put(member.getKey(), rewritten(member.getValue(), renamed)));
            if (object.getValue("$ref") instanceof String reference) {
                copy.put("$ref", renamed.getOrDefault(reference, reference));
            }
            return copy;
        }
        if (node instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(item -> copy.add(rewritten(item, renamed)));
            return copy;
        }
        return node;
    }

    private static Map<String, Object> byReference(JsonObject document) {
        Map<String, Object> components = new HashMap<>();
        document.getJsonObject("components", new JsonObject())
                .forEach(kind -> ((JsonObject) kind.getValue())
                        .forEach(component ->
                                components.put(ROOT + kind.getKey() + "/" + component.getKey(), component.getValue())));
        return components;
    }

    private static String prefixed(String reference, String service) {
        String prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        return ROOT + kind(reference) + "/" + prefix + name(reference);
    }

    private static String kind(String reference) {
        return reference.substring(ROOT.length(), reference.lastIndexOf('/'));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}

package org.undatacube.gateway.apidocs;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.undatacube.gateway.routing.RoutingTable;

/** How documents of services become what is true at the gateway. */
@ApplicationScoped
class Description {
    private final RoutingTable table;
    private final ApiDocsConfig config;

    Description(RoutingTable table, ApiDocsConfig config) {
        this.table = table;
        this.config = config;
    }

    /** A service's document without what the gateway does not forward. */
    JsonObject routed(String service, JsonObject document) {
        JsonObject copy = document.copy();
        JsonObject paths = copy.getJsonObject("paths", new JsonObject());
        Set.copyOf(paths.fieldNames()).stream()
                .filter(path -> !isRouted(service, path))
                .forEach(paths::remove);
        Set<Object> used = new HashSet<>();
        paths.forEach(path -> ((JsonObject) path.getValue()).forEach(member -> used.addAll(tags(member.getValue()))));
        copy.put(
                "tags",
                new JsonArray(copy.getJsonArray("tags", new JsonArray()).stream()
                        .filter(tag -> used.contains(((JsonObject) tag).getString("name")))
                        .toList()));
        dropUnusedAnswers(copy);
        return copy;
    }

    /** Adds what the gateway answers itself, and who runs the suite. */
    void complete(OpenAPI document) {
        GatewayAnswers.addTo(document);
        document.setTags(Optional.ofNullable(document.getTags()).orElse(List.of()).stream()
                .sorted(Comparator.comparing(Tag::getName, String.CASE_INSENSITIVE_ORDER))
                .toList());
        document.getInfo()
                .contact(OASFactory.createContact()
                        .name(config.contact().name())
                        .url(config.contact().url())
                        .email(config.contact().email()))
                .license(OASFactory.createLicense()
                        .name(config.licence().name())
                        .url(config.licence().url()));
    }

    private static void dropUnusedAnswers(JsonObject document) {
        JsonObject answers =
                document.getJsonObject("components", new JsonObject()).getJsonObject("responses", new JsonObject());
        String paths = document.getJsonObject("paths", new JsonObject()).encode();
        Set.copyOf(answers.fieldNames()).stream()
                .filter(name -> !paths.contains("\"#/components/responses/" + name + '"'))
                .forEach(answers::remove);
    }

    private boolean isRouted(String service, String path) {
        return table.serviceOf(path)
                .filter(found -> found.name().equals(service))
                .isPresent();
    }

    /** The tags of an operation; none where the member of a path is something else, such as its parameters. */
    private static List<?> tags(Object member) {
        return member instanceof JsonObject operation
                ? operation.getJsonArray("tags", new JsonArray()).getList()
                : List.of();
    }

    static JsonObject json(OpenAPI model) {
        return new JsonObject(plain().withInitialModel(model).build().toJSON());
    }

    static OpenAPI model(JsonObject document) {
        return plain().withCustomStaticFile(
                        () -> new ByteArrayInputStream(document.toBuffer().getBytes()))
                .build()
                .model();
    }

    private static SmallRyeOpenAPI.Builder plain() {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false);
    }
}

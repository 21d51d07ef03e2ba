package org.undatacube.gateway.apidocs;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.api.util.MergeUtil;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.undatacube.gateway.routing.RoutingTable;

/** Adds to the gateway's own OpenAPI document what the services say of theirs, so that {@code /openapi} is the whole. */
@ApplicationScoped
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class MergedDocument implements OASFilter {
    private final RoutingTable table;
    private final ServiceDocuments documents;

    MergedDocument(RoutingTable table, ServiceDocuments documents) {
        this.table = table;
        this.documents = documents;
    }

    @Override
    public void filterOpenAPI(OpenAPI whole) {
        Components components = new Components(json(whole));
        documents.lastKnown().forEach((service, document) -> {
            JsonObject routed = withRoutedPathsOnly(service, document);
            add(whole, model(components.withoutClashes(service, routed)));
        });
    }

    private static void add(OpenAPI whole, OpenAPI part) {
        // what the whole says of itself stays
        part.setInfo(null);
        part.setServers(null);
        part.setSecurity(null);
        MergeUtil.merge(whole, part);
    }

    private JsonObject withRoutedPathsOnly(String service, JsonObject document) {
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
        return copy;
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

    private static JsonObject json(OpenAPI model) {
        return new JsonObject(SmallRyeOpenAPI.builder()
                .withInitialModel(model)
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .build()
                .toJSON());
    }

    private static OpenAPI model(JsonObject document) {
        return SmallRyeOpenAPI.builder()
                .withCustomStaticFile(
                        () -> new ByteArrayInputStream(document.toBuffer().getBytes()))
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .build()
                .model();
    }
}

package org.undatacube.gateway.apidocs;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.util.MergeUtil;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Adds to the gateway's own OpenAPI document what the services say of theirs, so that {@code /openapi} is the whole. */
@ApplicationScoped
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class MergedDocument implements OASFilter {
    private final Description description;
    private final ServiceDocuments documents;

    MergedDocument(Description description, ServiceDocuments documents) {
        this.description = description;
        this.documents = documents;
    }

    @Override
    public void filterOpenAPI(OpenAPI whole) {
        Components components = new Components(Description.json(whole));
        documents
                .lastKnown()
                .forEach((service, document) -> add(
                        whole,
                        Description.model(components.withoutClashes(service, description.routed(service, document)))));
        description.complete(whole);
    }

    private static void add(OpenAPI whole, OpenAPI part) {
        // what the whole says of itself stays
        part.setInfo(null);
        part.setServers(null);
        part.setSecurity(null);
        MergeUtil.merge(whole, part);
    }
}

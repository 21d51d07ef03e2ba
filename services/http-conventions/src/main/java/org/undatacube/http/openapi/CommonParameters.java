package org.undatacube.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Says what the parameters mean that are the same in every service. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public final class CommonParameters implements OASFilter {
    private static final String ANYWHERE = "/";
    private static final String TAG = "\"1\"";
    private static final List<DescribedParameter> PARAMETERS = List.of(
            new DescribedParameter(ANYWHERE, "If-Match", "The ETag with which it was read", TAG),
            new DescribedParameter(
                    ANYWHERE, "If-None-Match", "The ETag of an answer that you have: 304 where it still stands", TAG),
            new DescribedParameter(
                    ANYWHERE, "Prefer", "respond-async: the answer is made while nobody waits", "respond-async"),
            new DescribedParameter(
                    "/problems/", "service", "gateway, registry, contributions or aggregation", "gateway"),
            new DescribedParameter("/problems/", "slug", "The last part of the problem's type", "not-found"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null) {
            DescribedParameter.describe(document, PARAMETERS);
        }
    }
}

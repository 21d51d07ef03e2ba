package org.undatacube.registry.codelist;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.undatacube.http.openapi.DescribedParameter;

/** Shows where pages of what the registry keeps begin. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public final class CursorParameters implements OASFilter {
    private static final List<DescribedParameter> PARAMETERS = List.of(
            new DescribedParameter(
                    "/api/v1/code-lists/contributors/requests",
                    "cursor",
                    "The next of the page before",
                    "0190163d-8694-439b-aea5-966c26f8ad91"),
            new DescribedParameter(
                    "/api/v1/code-lists/{list}",
                    "cursor",
                    "Where a page begins, as the Link header of the one before says it",
                    "5"),
            new DescribedParameter(
                    "/api/v1/code-lists/{list}/hierarchies", "detail", "full for whole hierarchies", "full"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DescribedParameter.describe(document, PARAMETERS);
    }
}

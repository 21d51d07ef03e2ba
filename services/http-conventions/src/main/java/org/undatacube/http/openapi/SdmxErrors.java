package org.undatacube.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.undatacube.http.ProblemMappers;

/** Says in the OpenAPI document that who asks for a format of SDMX's is told of errors in that format. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public final class SdmxErrors implements OASFilter {
    private static final String SDMX = "/api/v1/sdmx/";
    private static final String GIVEN = "200";
    private static final Set<String> ERRORS = Set.of("400", "404", "413", "501", "503");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(SDMX)) {
                item.getOperations().values().forEach(SdmxErrors::complete);
            }
        });
    }

    private static void complete(Operation operation) {
        Content given = operation.getResponses().getAPIResponse(GIVEN).getContent();
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (ERRORS.contains(status) && answer.getRef() == null) {
                complete(answer, given);
            }
        });
    }

    private static void complete(APIResponse error, Content given) {
        Content forms = error.getContent() == null ? OASFactory.createContent() : error.getContent();
        if (forms.getMediaType(ProblemMappers.PROBLEM_JSON) == null) {
            forms.addMediaType(
                    ProblemMappers.PROBLEM_JSON,
                    OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref("Problem")));
        }
        given.getMediaTypes().keySet().stream()
                .filter(form -> forms.getMediaType(form) == null)
                .forEach(form -> forms.addMediaType(form, OASFactory.createMediaType()));
        error.setContent(forms);
    }
}

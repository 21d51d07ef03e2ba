package org.undatacube.contributions.submission;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.undatacube.http.openapi.DescribedParameter;

/** Says what the parameters mean by which submissions, and what is made of them, are named. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public final class SubmissionParameters implements OASFilter {
    private static final List<DescribedParameter> PARAMETERS = List.of(
            new DescribedParameter(
                    "/api/v1/submissions",
                    "id",
                    "The submission, as the answer to its POST names it",
                    "0190163d-8694-439b-aea5-966c26f8ad91"),
            new DescribedParameter(
                    "/api/v1/submissions",
                    "breakdown",
                    "The breakdown, by the number that the submission gives it",
                    "18432"),
            new DescribedParameter(
                    "/api/v1/submissions", "lineId", "The line, by the entity's own identifier", "GL-2024-000123"),
            new DescribedParameter("/api/v1/submissions", "part", "The part, as the answer to its POST names it", "1"),
            new DescribedParameter(
                    "/api/v1/submissions",
                    "cursor",
                    "The next of the page before",
                    "0190163d-8694-439b-aea5-966c26f8ad91"),
            new DescribedParameter(
                    "/api/v1/jobs",
                    "id",
                    "The job, as the Location of the 202 names it",
                    "0190163d-8694-439b-aea5-966c26f8ad91"),
            new DescribedParameter(
                    "/api/v1/uploads",
                    "id",
                    "The upload, as the Location of its POST names it",
                    "0190163d-8694-439b-aea5-966c26f8ad91"),
            new DescribedParameter(
                    "/api/v1/validation-reports",
                    "id",
                    "The report, as the problem of the refused submission names it",
                    "0190163d-8694-439b-aea5-966c26f8ad91"),
            new DescribedParameter("/api/v1/validation-reports", "cursor", "The next of the page before", "20"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DescribedParameter.describe(document, PARAMETERS);
    }
}

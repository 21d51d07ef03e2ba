package org.undatacube.registry.coderequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request as those see it whom it concerns.
 *
 * @param codeProposed whether the registry proposed the code
 * @param granted null until it is granted, and for ever where it is not
 * @param steps what happened to it, the asking first
 */
public record CodeRequestView(
        UUID id,
        RequestStatus status,

        @Schema(description = "Who asked", examples = "UNEP")
        String entity,

        Instant askedAt,
        String name,
        String type,
        String country,
        String code,
        boolean codeProposed,
        String justification,
        String website,
        String iatiOrganisation,
        @Schema(nullable = true) Granted granted,
        List<Step> steps,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What is to be known about it now; of open requests, and not in lists")
        List<Finding> findings) {

    /** @param href where the code is */
    @Schema(name = "GrantedCode")
    public record Granted(String code, String name, String type, String country, String href) {
        static Granted of(Contributor granted) {
            return new Granted(
                    granted.code(),
                    granted.name(),
                    granted.type(),
                    granted.country(),
                    "/api/v1/code-lists/contributors/codes/" + granted.code());
        }
    }

    /**
     * @param status where the request stood after it
     * @param by the identifier of the key
     * @param findings what was known about the request then
     */
    @Schema(name = "CodeRequestStep")
    public record Step(RequestStatus status, Instant at, String by, String comment, List<Finding> findings) {
        static Step of(StoredStep step) {
            return new Step(step.status, step.takenAt, step.takenBy, step.comment, step.findings);
        }
    }

    static CodeRequestView of(StoredRequest request, List<StoredStep> steps, List<Finding> findings) {
        StoredStep last = steps.get(steps.size() - 1);
        Contributor asked = request.contributor;
        return new CodeRequestView(
                request.id,
                last.status,
                request.entity,
                request.askedAt,
                asked.name(),
                asked.type(),
                asked.country(),
                asked.code(),
                request.codeProposed,
                request.justification,
                asked.website(),
                asked.iatiOrganisation(),
                last.granted == null ? null : Granted.of(last.granted),
                steps.stream().map(Step::of).toList(),
                findings);
    }
}

package org.undatacube.contributions.limits;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.idempotency.IdempotencyConfig;
import org.undatacube.contributions.job.JobConfig;
import org.undatacube.contributions.upload.UploadConfig;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.SubmissionJudge;

@Path("/api/v1/submission-limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class LimitResource {
    private final Limits limits;

    LimitResource(
            @ConfigProperty(name = "datacube.body-limit") MemorySize body,
            IdempotencyConfig idempotency,
            JobConfig jobs,
            UploadConfig uploads) {
        this.limits = new Limits(
                body.asLongValue(),
                SubmissionJudge.MOST_BREAKDOWNS,
                Integer.MAX_VALUE,
                Findings.LISTED,
                idempotency.keptFor(),
                new JobLimits(jobs.fromSize().asLongValue(), jobs.atOnce(), jobs.waiting(), jobs.keptFor()),
                new UploadLimits(uploads.maxSize().asLongValue(), uploads.mostOfOneKey(), uploads.keptFor()));
    }

    /** All of them, as they are configured. */
    @Schema(name = "SubmissionLimits")
    public record Limits(
            @Schema(
                    description = "Bytes of a request's body; longer ones are uploaded in pieces",
                    examples = "67108864")
            long bodyBytes,

            @Schema(description = "Breakdowns of a submission", examples = "64")
            int breakdowns,

            @Schema(description = "Lines of a breakdown", examples = "2147483647")
            int linesOfABreakdown,

            @Schema(description = "Findings that are listed; all are counted", examples = "1000")
            int findingsListed,

            @Schema(description = "How long an Idempotency-Key is remembered", examples = "PT168H")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration idempotencyKeysKeptFor,

            JobLimits jobs,
            UploadLimits uploads) {}

    @Schema(name = "JobLimits")
    public record JobLimits(
            @Schema(description = "Bodies of as many bytes become jobs by themselves")
            long fromBytes,

            @Schema(description = "At work at a time") int atOnce,
            @Schema(description = "Waiting for their turn") int waiting,

            @Schema(description = "How long results can be read") @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration keptFor) {}

    @Schema(name = "UploadLimits")
    public record UploadLimits(
            @Schema(description = "Bytes of an upload") long bytes,
            @Schema(description = "Of one key at a time") int ofOneKey,

            @Schema(description = "How long they are kept, from their creation")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration keptFor) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "getSubmissionLimits",
            summary = "What can be sent at most, and how long things are kept",
            description = "The numbers of this suite, which its operator can set.")
    @APIResponse(responseCode = "200", description = "The limits; times in ISO 8601")
    public Limits get() {
        return limits;
    }
}

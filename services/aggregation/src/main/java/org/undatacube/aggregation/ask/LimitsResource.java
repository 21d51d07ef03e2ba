package org.undatacube.aggregation.ask;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.engine.AdmissionConfig;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.preparation.PreparationConfig;
import org.undatacube.aggregation.query.QuestionReader;

/** What can be asked at most, for programs to read before they ask. */
@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cubes")
public class LimitsResource {
    private final Limits limits;

    LimitsResource(
            EngineConfig engine,
            CellLimit cells,
            AdmissionConfig admission,
            LargeAnswersConfig streams,
            PreparationConfig preparations) {
        this.limits = new Limits(
                new QuestionLimits(
                        QuestionBody.MOST_BYTES,
                        QuestionReader.MOST_CELLS,
                        cells.most(),
                        engine.timeLimit(),
                        admission.longestWait()),
                new StreamLimits(
                        Stream.of(Format.values())
                                .filter(Format::isStreamed)
                                .map(Format::code)
                                .toList(),
                        streams.atOnce(),
                        streams.timeLimit()),
                new PreparationLimits(
                        preparations.atOnce(),
                        preparations.waiting(),
                        preparations.timeLimit(),
                        preparations.keptFor(),
                        preparations.diskLimit().asLongValue()),
                "/api/v1/submission-limits");
    }

    /** All of them, as they are configured. */
    @Schema(name = "Limits")
    public record Limits(
            QuestionLimits questions,
            StreamLimits streams,
            PreparationLimits preparations,

            @Schema(description = "Where the limits of submissions are")
            String submissionsHref) {}

    @Schema(name = "QuestionLimits")
    public record QuestionLimits(
            @Schema(description = "Bytes of a question as JSON", examples = "1048576")
            int bodyBytes,

            @Schema(
                    description =
                            "Cells of an answer that is given at once and whole; beyond it answers are streamed or"
                                    + " prepared",
                    examples = "100000")
            int cellsAtOnce,

            @Schema(
                    description =
                            "Cells, also hidden ones, into which questions with subtotals, top, columns, shares or"
                                    + " changes may put lines together")
            int cellsInMemory,

            @Schema(description = "After what time a question is given up") @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration timeLimit,

            @Schema(description = "How long a question waits for its turn") @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration longestWait) {}

    @Schema(name = "StreamLimits", description = "Of answers that are sent while they are added up; cells without end")
    public record StreamLimits(
            @Schema(description = "The formats in which it can be done")
            List<String> formats,

            @Schema(description = "At once") int atOnce,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration timeLimit) {}

    @Schema(name = "PreparationLimits", description = "Of answers that are made while nobody waits")
    public record PreparationLimits(
            @Schema(description = "Made at a time") int atOnce,
            @Schema(description = "Waiting for their turn") int waiting,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration timeLimit,

            @Schema(description = "How long they can be fetched") @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration keptFor,

            @Schema(description = "Bytes of all together") long diskBytes) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "getLimits",
            summary = "What can be asked at most, and how large answers are given",
            description = "The numbers of this suite, which its operator can set.")
    @APIResponse(responseCode = "200", description = "The limits; times in ISO 8601")
    public Limits get() {
        return limits;
    }
}

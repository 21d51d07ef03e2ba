package org.undatacube.aggregation.preparation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Flow;

/** An answer that is made while nobody waits, as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PreparedAnswer")
public record PreparedAnswer(
        UUID id,
        State state,
        Flow cube,
        Question.Canonical question,
        @Schema(description = "The edition that was asked") long edition,
        @Schema(examples = "\"csv\"") String format,

        @Schema(description = "How many were written so far")
        long cells,

        @Schema(description = "At most so many, as far as could be told before they were added up")
        long estimatedCells,

        @Schema(description = "How large it is, once it succeeded", nullable = true)
        Long bytes,

        Instant createdAt,
        @Schema(nullable = true) Instant finishedAt,

        @Schema(description = "Until when it can be fetched", nullable = true)
        Instant expiresAt,

        @Schema(description = "Where it can be fetched, once it succeeded", nullable = true)
        String dataHref,

        @Schema(description = "Why it failed", nullable = true)
        Failure problem) {

    /** How far it is. */
    @Schema(name = "PreparedAnswerState")
    public enum State {
        /** It waits for its turn. */
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The problem that the question would have been answered with. */
    @Schema(name = "PreparedAnswerFailure")
    public record Failure(String type, String title, String detail) {}
}

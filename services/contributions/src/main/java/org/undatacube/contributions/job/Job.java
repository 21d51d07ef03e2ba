package org.undatacube.contributions.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.http.Caller;

/** A job as it is stored and shown. */
@Schema(name = "Job")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Job(
        @Schema(description = "Its identifier") UUID id,
        State state,

        @Schema(description = "What it was asked for", examples = "/api/v1/submissions")
        String path,

        @Schema(description = "Bytes of the body") long bytes,
        @Schema(description = "Bytes read so far") long bytesRead,
        @Schema(description = "Lines judged so far") long rowsRead,

        @Schema(description = "Absent before the first second")
        Long rowsPerSecond,

        @Schema(description = "Findings so far; those on the submission as a whole come last")
        Finding.Counts findings,

        @Schema(description = "Estimated by the bytes that are left", nullable = true)
        Long secondsLeft,

        Instant createdAt,
        @Schema(nullable = true) Instant startedAt,
        @Schema(nullable = true) Instant finishedAt,

        @Schema(description = "What was made, once it succeeded", nullable = true)
        String location,

        @Schema(description = "What the request would have been answered, once it succeeded or failed", nullable = true)
        String resultHref,

        @Schema(description = "What to do now, where it was interrupted", nullable = true)
        String advice,

        @Schema(hidden = true) @JsonIgnore String entity) {

    /** How far it is. */
    @Schema(name = "JobState")
    public enum State {
        /** It waits for its turn. */
        QUEUED,
        RUNNING,
        /** Its result is what it made. */
        SUCCEEDED,
        /** Its result is a problem; nothing was stored. */
        FAILED,
        /** Nothing was stored. */
        CANCELLED,
        /** The process that did it is gone; nothing was stored. */
        INTERRUPTED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Job of(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        long bytes = row.getLong("bytes");
        long bytesRead = row.getLong("bytes_read");
        long rowsRead = row.getLong("rows_read");
        long seconds = row.getLong("seconds");
        boolean reading = state == State.RUNNING && seconds > 0 && bytesRead > 0;
        boolean hasResult = state == State.SUCCEEDED || state == State.FAILED;
        return new Job(
                id,
                state,
                row.getString("path"),
                bytes,
                bytesRead,
                rowsRead,
                seconds > 0 ? rowsRead / seconds : null,
                new Finding.Counts(row.getLong("rejects"), row.getLong("warnings"), row.getLong("notes")),
                reading ? (bytes - bytesRead) * seconds / bytesRead : null,
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("location"),
                hasResult ? address(id) + "/result" : null,
                state == State.INTERRUPTED ? advice(row.getObject("upload", UUID.class)) : null,
                row.getString("entity"));
    }

    boolean isUnfinished() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    /** Where it is shown. */
    static String address(UUID id) {
        return "/api/v1/jobs/" + id;
    }

    boolean isVisibleTo(Caller caller) {
        return caller.isSecretariat() || (entity != null && caller.actsFor(entity));
    }

    private static String advice(UUID upload) {
        return upload == null
                ? "Nothing was stored. Send the request again with another Idempotency-Key."
                : "Nothing was stored. Ask again with upload=" + upload
                        + " and another Idempotency-Key: the bytes are still here.";
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

package org.undatacube.contributions.upload;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An upload as the API shows it. */
@Schema(name = "Upload")
public record UploadView(
        UUID id,

        @Schema(description = "In which it will be read", examples = "text/csv")
        String contentType,

        @Schema(description = "Bytes that are here, durably: the offset to go on from", examples = "1048576")
        long offset,

        @Schema(description = "Of all of it, as far as that was said", nullable = true)
        Long length,

        @Schema(description = "Whether its end was said; only then can it be submitted")
        boolean complete,

        @Schema(description = "When it is gone") Instant expiresAt) {

    static UploadView of(StoredUpload upload) {
        return new UploadView(
                upload.id(),
                upload.contentType(),
                upload.received(),
                upload.length(),
                upload.complete(),
                upload.expiresAt());
    }
}

package org.undatacube.contributions.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.submission.SearchParameters;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Takes bodies piece by piece. Each piece is durable by itself, so that a broken connection loses one at most. */
@ApplicationScoped
public class Uploads {
    private final UploadStore store;
    private final UploadConfig config;
    private final Clock clock;
    private final Caller caller;

    Uploads(UploadStore store, UploadConfig config, Clock clock, Caller caller) {
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * What a request says of the upload.
     *
     * @param length of all of it, or null
     * @param completes whether the request brings the last bytes
     */
    record Said(Long length, boolean completes) {}

    /** @throws Problem (429) where the key has too many, (413) where it is said to be too long */
    StoredUpload create(String contentType, Said said) throws SQLException {
        requireSize(said.length());
        Instant now = clock.instant();
        Optional<Instant> roomAgain = store.roomAgain(caller.name(), config.mostOfOneKey(), now);
        if (roomAgain.isPresent()) {
            throw new Problem(
                            ContributionProblem.TOO_MANY_UPLOADS,
                            "The key has " + config.mostOfOneKey()
                                    + " uploads, which is the most; delete one, or wait until the oldest expires.")
                    .with("limit", config.mostOfOneKey())
                    .with(
                            "retryAfter",
                            Math.toIntExact(
                                    Duration.between(now, roomAgain.get()).toSeconds() + 1));
        }
        StoredUpload upload = new StoredUpload(
                UUID.randomUUID(), contentType, said.length(), 0, false, 0, now.plus(config.keptFor()));
        store.create(upload, caller.name(), now);
        return upload;
    }

    /**
     * The caller's upload. Requests on it that are still under way write no more.
     *
     * @throws Problem (404) where there is none, or it is another key's, or it has expired
     */
    StoredUpload take(String id) throws SQLException {
        UUID upload = id(id);
        return store.take(upload, caller.name(), clock.instant()).orElseThrow(() -> unknown(id));
    }

    /**
     * Adds bytes where those that are here end.
     *
     * @param offset where the sender says that they begin
     * @throws Problem (409) where they begin elsewhere, or all is said to be here; (400) where the length is another than
     *     was said; (413) where there are too many
     */
    StoredUpload append(StoredUpload upload, long offset, Said said, InputStream bytes) throws SQLException {
        if (upload.complete()) {
            throw new Problem(ContributionProblem.UPLOAD_COMPLETE, "The upload is complete.");
        }
        if (offset != upload.received()) {
            throw mismatch(upload.received(), offset);
        }
        Long length = requireSameLength(upload, said);
        StoredUpload described = length == null ? upload : changed(upload, length, false);
        StoredUpload filled = fill(described, bytes);
        if (!said.completes()) {
            return filled;
        }
        if (filled.length() != null && filled.length() != filled.received()) {
            throw new Problem(
                            ContributionProblem.UPLOAD_LENGTH,
                            "The upload is said to be complete with " + filled.received() + " of " + filled.length()
                                    + " bytes.")
                    .with("expected-offset", filled.received());
        }
        return changed(filled, filled.received(), true);
    }

    void remove(String id) throws SQLException {
        if (!store.remove(id(id), caller.name())) {
            throw unknown(id);
        }
    }

    /**
     * An upload that is all here.
     *
     * @throws Problem (404) where there is none, or it is another key's; (409) where it is not complete
     */
    public StoredUpload complete(String id) {
        try {
            StoredUpload upload =
                    store.find(id(id), caller.name(), clock.instant()).orElseThrow(() -> unknown(id));
            if (!upload.complete()) {
                throw new Problem(
                                ContributionProblem.UPLOAD_INCOMPLETE,
                                "The upload has " + upload.received() + " bytes, and its end was not said.")
                        .with("expected-offset", upload.received());
            }
            return upload;
        } catch (SQLException e) {
            throw new IllegalStateException("The upload could not be read", e);
        }
    }

    /** All its bytes, of which one piece at a time is held. */
    public InputStream read(StoredUpload upload) {
        return new PieceStream(store, upload);
    }

    private StoredUpload fill(StoredUpload upload, InputStream bytes) throws SQLException {
        StoredUpload filled = upload;
        ArrivingPieces pieces = new ArrivingPieces(bytes);
        for (int length = pieces.next(); length > 0; length = pieces.next()) {
            requireSize(filled.received() + length);
            if (filled.length() != null && filled.received() + length > filled.length()) {
                throw new Problem(
                        ContributionProblem.UPLOAD_LENGTH,
                        "There are more bytes than the " + filled.length() + " that were said.");
            }
            StoredUpload before = filled;
            filled = store.append(filled, pieces.bytes(), length).orElseThrow(() -> overtaken(before));
        }
        pieces.requireEnd();
        return filled;
    }

    private StoredUpload changed(StoredUpload upload, Long length, boolean complete) throws SQLException {
        return store.describe(upload, length, complete).orElseThrow(() -> overtaken(upload));
    }

    /** @return the length where it is said for the first time, else null */
    private Long requireSameLength(StoredUpload upload, Said said) {
        if (said.length() == null || said.length().equals(upload.length())) {
            return null;
        }
        if (upload.length() != null || said.length() < upload.received()) {
            throw new Problem(
                    ContributionProblem.UPLOAD_LENGTH,
                    "The upload is said to have " + said.length() + " bytes, "
                            + (upload.length() == null
                                    ? upload.received() + " are here already."
                                    : "and " + upload.length() + " before."));
        }
        requireSize(said.length());
        return said.length();
    }

    private void requireSize(Long length) {
        long most = config.maxSize().asLongValue();
        if (length != null && length > most) {
            throw new Problem(CommonProblem.BODY_TOO_LARGE, "The upload has more bytes than the limit of " + most + ".")
                    .with("limit", most);
        }
    }

    /** A later request on the same upload means that the client has given this one up. */
    private static Problem overtaken(StoredUpload upload) {
        return mismatch(upload.received(), null);
    }

    private static Problem mismatch(long expected, Long provided) {
        return new Problem(
                        ContributionProblem.UPLOAD_OFFSET,
                        provided == null
                                ? "A later request has taken the upload over; ask for its offset."
                                : "The bytes do not begin at " + expected + ", where those that are here end.")
                .with("expected-offset", provided == null ? null : expected)
                .with("provided-offset", provided);
    }

    private static UUID id(String id) {
        if (!SearchParameters.isId(id)) {
            throw unknown(id);
        }
        return UUID.fromString(id);
    }

    private static Problem unknown(String id) {
        return Problem.notFound("There is no upload " + id + "; it may have expired.");
    }
}

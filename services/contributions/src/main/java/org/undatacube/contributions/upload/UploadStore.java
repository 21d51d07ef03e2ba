package org.undatacube.contributions.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The uploads and their pieces. */
@ApplicationScoped
class UploadStore {
    private final DataSource dataSource;

    UploadStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return when the owner, who may have so many at a time, has room for one more; empty where there is room now */
    @Transactional
    Optional<Instant> roomAgain(String owner, int most, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select expires_at from upload"
                        + " where owner = ? and expires_at > ? order by expires_at desc offset ? limit 1")) {
            set(select, owner, now, most - 1);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        }
    }

    /** With each new upload a few that have expired go, so that nobody waits for a sweep. */
    @Transactional
    void create(StoredUpload upload, String owner, Instant now) throws SQLException {
        change(
                "delete from upload where id in (select id from upload where expires_at <= ?"
                        + " limit 10 for update skip locked)",
                now);
        change(
                "insert into upload (id, owner, content_type, length, created_at, expires_at) values (?, ?, ?, ?, ?, ?)",
                upload.id(),
                owner,
                upload.contentType(),
                upload.length(),
                now,
                upload.expiresAt());
    }

    /** The upload, which no request that came before this can change any more. */
    @Transactional
    Optional<StoredUpload> take(UUID id, String owner, Instant now) throws SQLException {
        return one(
                "update upload set turn = turn + 1 where id = ? and owner = ? and expires_at > ? returning *",
                id,
                owner,
                now);
    }

    @Transactional
    Optional<StoredUpload> find(UUID id, String owner, Instant now) throws SQLException {
        return one("select * from upload where id = ? and owner = ? and expires_at > ?", id, owner, now);
    }

    /**
     * Adds a piece, durably.
     *
     * @param upload as it was after the piece before
     * @return the upload with the piece; empty where a later request has taken it
     */
    @Transactional
    Optional<StoredUpload> append(StoredUpload upload, byte[] bytes, int length) throws SQLException {
        Optional<StoredUpload> after = one(
                "update upload set received = received + ? where id = ? and turn = ? and received = ? returning *",
                (long) length,
                upload.id(),
                upload.turn(),
                upload.received());
        if (after.isPresent()) {
            change(
                    "insert into upload_piece (upload, start, bytes) values (?, ?, ?)",
                    upload.id(),
                    upload.received(),
                    length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        }
        return after;
    }

    /** Notes what a request said of the length, and whether it was the last. */
    @Transactional
    Optional<StoredUpload> describe(StoredUpload upload, Long length, boolean complete) throws SQLException {
        return one(
                "update upload set length = ?, complete = ? where id = ? and turn = ? returning *",
                length,
                complete,
                upload.id(),
                upload.turn());
    }

    @Transactional
    boolean remove(UUID id, String owner) throws SQLException {
        return change("delete from upload where id = ? and owner = ?", id, owner);
    }

    /** The piece that begins at an offset; empty at the end. */
    @Transactional
    Optional<byte[]> piece(UUID upload, long start) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select bytes from upload_piece where upload = ? and start = ?")) {
            set(select, upload, start);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private Optional<StoredUpload> one(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(upload(row)) : Optional.empty();
            }
        }
    }

    private boolean change(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate() > 0;
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            Object parameter = parameters[index];
            if (parameter == null) {
                statement.setNull(index + 1, Types.BIGINT);
            } else {
                statement.setObject(
                        index + 1, parameter instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : parameter);
            }
        }
    }

    private static StoredUpload upload(ResultSet row) throws SQLException {
        return new StoredUpload(
                row.getObject("id", UUID.class),
                row.getString("content_type"),
                row.getObject("length", Long.class),
                row.getLong("received"),
                row.getBoolean("complete"),
                row.getLong("turn"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}

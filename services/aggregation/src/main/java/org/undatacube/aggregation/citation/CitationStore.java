package org.undatacube.aggregation.citation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.undatacube.codelists.Flow;

/** Citations as they are kept. None is ever changed. */
@Singleton
class CitationStore {
    static final int USUAL_ID = 10;

    private final CitationDatabase database;

    CitationStore(CitationDatabase database) {
        this.database = database;
    }

    /** @param id as {@link Crockford#read} gives it */
    Optional<Citation> find(String id) {
        return find("select * from citation where id = ?", id);
    }

    Optional<Citation> findByKey(String key) {
        return find("select * from citation where key = ?", key);
    }

    /**
     * Keeps a citation unless somebody else has kept an equal one meanwhile.
     *
     * @param citation with the longest id that it could have; of it as much is used as tells it from all others
     * @return the one that is kept
     */
    Kept add(Citation citation) {
        for (int length = USUAL_ID; length <= citation.id().length(); length++) {
            Citation added = citation.withId(citation.id().substring(0, length));
            if (insert(added)) {
                return new Kept(added, true);
            }
            Optional<Citation> equal = findByKey(citation.subject().key());
            if (equal.isPresent()) {
                return new Kept(equal.get(), false);
            }
        }
        throw new IllegalStateException("All of the hash " + citation.id() + " is that of another citation");
    }

    /** @param isNew whether it was not there before */
    record Kept(Citation citation, boolean isNew) {}

    private boolean insert(Citation citation) {
        String sql = """
                insert into citation (id, key, cube, question, edition, published_at, created_at, service_version,
                    content_hash, content_bytes, sources, kept)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            Citation.Subject subject = citation.subject();
            Citation.Content content = citation.content();
            insert.setString(1, citation.id());
            insert.setString(2, subject.key());
            insert.setString(3, subject.cube().code());
            insert.setString(4, subject.question());
            insert.setLong(5, subject.edition());
            insert.setString(6, subject.publishedAt().toString());
            insert.setObject(7, citation.createdAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, citation.serviceVersion());
            insert.setString(9, content.hash());
            insert.setLong(10, content.bytes());
            insert.setBytes(11, content.storedSources());
            insert.setBytes(12, content.storedAnswer());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("A citation cannot be kept", e);
        }
    }

    private Optional<Citation> find(String sql, String value) {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Citations cannot be read", e);
        }
    }

    private static Citation read(ResultSet row) throws SQLException {
        return new Citation(
                row.getString("id"),
                new Citation.Subject(
                        row.getString("key"),
                        Flow.of(row.getString("cube")),
                        row.getString("question"),
                        row.getLong("edition"),
                        Instant.parse(row.getString("published_at"))),
                new Citation.Content(
                        row.getString("content_hash"),
                        row.getLong("content_bytes"),
                        row.getBytes("sources"),
                        row.getBytes("kept")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("service_version"));
    }
}

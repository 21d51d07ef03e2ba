package org.undatacube.contributions.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The one trail of the service. It only grows: the database refuses all else. */
@ApplicationScoped
public class AuditTrail {
    private final DataSource dataSource;
    private final EntityManager entities;
    private final Clock clock;

    AuditTrail(DataSource dataSource, EntityManager entities, Clock clock) {
        this.dataSource = dataSource;
        this.entities = entities;
        this.clock = clock;
    }

    /** How long the trail is, and the hash of its last step. */
    record Head(long length, String hash) {}

    /**
     * Adds what the current transaction does. To be called last in it: everybody else who adds a step waits until it
     * ends.
     *
     * @param actor the key that does it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String actor, List<AuditEvent> events) {
        // nothing may be left to wait for once the head is taken
        entities.flush();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = dataSource.getConnection()) {
            Head head = head(connection, "for update");
            List<AuditStep> steps = new ArrayList<>();
            for (AuditEvent event : events) {
                AuditStep step = AuditStep.following(head.length(), head.hash(), at, actor, event);
                steps.add(step);
                head = new Head(step.position(), step.hash());
            }
            insert(connection, steps);
            moveHead(connection, head);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The audit trail could not be written", e);
        }
    }

    public void record(String actor, AuditEvent event) {
        record(actor, List.of(event));
    }

    static Head head(Connection connection, String locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select length, hash from audit_head " + locking);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Head(row.getLong("length"), row.getString("hash"));
        }
    }

    private static void insert(Connection connection, List<AuditStep> steps)
            throws SQLException, JsonProcessingException {
        String sql = """
                insert into audit_step (position, at, actor, action, submission, entity, year, flow, details,
                    previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (AuditStep step : steps) {
                insert.setLong(1, step.position());
                insert.setObject(2, step.at().atOffset(ZoneOffset.UTC));
                insert.setString(3, step.actor());
                insert.setString(4, step.action());
                insert.setObject(5, step.submission(), Types.OTHER);
                insert.setString(6, step.entity());
                insert.setObject(7, step.year(), Types.INTEGER);
                insert.setString(8, step.flow());
                insert.setString(9, AuditStep.JSON.writeValueAsString(step.details()));
                insert.setString(10, step.previous());
                insert.setString(11, step.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void moveHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update audit_head set length = ?, hash = ?")) {
            update.setLong(1, head.length());
            update.setString(2, head.hash());
            update.executeUpdate();
        }
    }
}

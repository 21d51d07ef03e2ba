package org.undatacube.contributions.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.IdempotencyKey;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.Problem;

/** Does what a request asks for, or gives the answer that it was given before. */
@ApplicationScoped
public class IdempotentRequests {
    private final DataSource dataSource;
    private final Clock clock;
    private final ObjectMapper json;
    private final Duration keptFor;

    IdempotentRequests(DataSource dataSource, Clock clock, ObjectMapper json, IdempotencyConfig config) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.json = json;
        this.keptFor = config.keptFor();
    }

    /** What answers one request. */
    public Answering to(IdempotentRequest request) {
        return new Answering() {
            @Override
            public Optional<KeptAnswer> answered() {
                return IdempotentRequests.this.answered(request);
            }

            @Override
            public KeptAnswer answer(Callable<Outcome> change) {
                return IdempotentRequests.this.answer(request, change);
            }
        };
    }

    /**
     * The answer that the request was given before, if it was: for those who have to ask others before they can begin.
     *
     * @throws Problem (422) where the key was sent with another request
     */
    public Optional<KeptAnswer> answered(IdempotentRequest request) {
        return request.key().flatMap(key -> {
            try (Connection connection = dataSource.getConnection()) {
                return find(request, key, connection);
            } catch (SQLException e) {
                throw new IllegalStateException("Kept answers could not be read", e);
            }
        });
    }

    /**
     * Makes the change in a transaction of its own, and keeps its answer in the same, unless that was done before.
     *
     * @throws Problem (409) while the same request is being answered, (422) where the key was sent with another request
     */
    public KeptAnswer answer(IdempotentRequest request, Callable<Outcome> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (request.key().isEmpty()) {
                return change.call().kept(json);
            }
            IdempotencyKey key = request.key().get();
            try (Connection connection = dataSource.getConnection()) {
                takeTurn(request, key, connection);
                Optional<KeptAnswer> before = find(request, key, connection);
                if (before.isPresent()) {
                    return before.get();
                }
                forgetSomeOld(connection);
                KeptAnswer answer = change.call().kept(json);
                keep(request, key, answer, connection);
                return answer;
            }
        });
    }

    /** The lock goes with the transaction: also where the process is killed. */
    private static void takeTurn(IdempotentRequest request, IdempotencyKey key, Connection connection)
            throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, request.caller() + "\n" + key.text());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new Problem(
                            CommonProblem.IDEMPOTENCY_CONFLICT,
                            "A request with this key is being answered; try again.");
                }
            }
        }
    }

    private Optional<KeptAnswer> find(IdempotentRequest request, IdempotencyKey key, Connection connection)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select * from idempotent_request where caller = ? and key = ? and answered_at >= ?")) {
            select.setString(1, request.caller());
            select.setString(2, key.text());
            select.setObject(3, oldest());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString("fingerprint").equals(request.fingerprint())) {
                    throw new Problem(
                            CommonProblem.IDEMPOTENCY_KEY_REUSED,
                            "This key was sent before with another address or body.");
                }
                return Optional.of(new KeptAnswer(
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("entity_tag"),
                        row.getString("body"),
                        true));
            }
        }
    }

    private void keep(IdempotentRequest request, IdempotencyKey key, KeptAnswer answer, Connection connection)
            throws SQLException {
        // one that is there is too old to count
        String sql = """
                insert into idempotent_request (caller, key, fingerprint, answered_at, status, location, entity_tag, body)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (caller, key) do update set fingerprint = excluded.fingerprint,
                    answered_at = excluded.answered_at, status = excluded.status, location = excluded.location,
                    entity_tag = excluded.entity_tag, body = excluded.body""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, request.caller());
            insert.setString(2, key.text());
            insert.setString(3, request.fingerprint());
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setInt(5, answer.status());
            insert.setString(6, answer.location());
            insert.setString(7, answer.entityTag());
            insert.setString(8, answer.body());
            insert.executeUpdate();
        }
    }

    /** With each new answer a few old ones go, so that there are never many, and nobody waits for a sweep. */
    private void forgetSomeOld(Connection connection) throws SQLException {
        String sql = """
                delete from idempotent_request where (caller, key) in (
                    select caller, key from idempotent_request where answered_at < ?
                    limit 100 for update skip locked)""";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, oldest());
            delete.executeUpdate();
        }
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(keptFor).atOffset(ZoneOffset.UTC);
    }
}

package org.undatacube.contributions.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.undatacube.http.Caller;
import org.undatacube.http.KeptAnswer;

/** The jobs, and what they can become: each step is taken from a state that allows it, or not at all. */
@ApplicationScoped
class JobStore {
    private static final String SHOWN =
            "select *, extract(epoch from coalesce(finished_at, now()) - started_at)::bigint"
                    + " seconds from job where id = ?";

    private final DataSource dataSource;
    private final JobConfig config;

    JobStore(DataSource dataSource, JobConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Job begin(UUID id, Caller caller, JobSubject subject) throws SQLException {
        // with each new job a few old ones go, so that there are never many, and nobody waits for a sweep
        change(
                "delete from job where id in (select id from job where finished_at < now() - ? * interval '1 second'"
                        + " limit 100 for update skip locked)",
                config.keptFor().toSeconds());
        change(
                "insert into job (id, owner, entity, state, path, bytes, upload) values (?, ?, ?, 'queued', ?, ?, ?)",
                id,
                caller.name(),
                caller.isSecretariat() ? null : caller.entity().orElse(null),
                subject.path(),
                subject.bytes(),
                subject.upload());
        return select(id).orElseThrow();
    }

    /** The job as it is; one without a sign of life is taken for lost now, and so can have no effect any more. */
    @Transactional
    Optional<Job> find(UUID id) throws SQLException {
        change(
                "update job set state = 'interrupted', finished_at = now() where id = ?"
                        + " and state in ('queued', 'running') and heartbeat < now() - ? * interval '1 second'",
                id,
                config.lostAfter().toSeconds());
        return select(id);
    }

    /** Whether it can begin. */
    @Transactional
    boolean start(UUID id) throws SQLException {
        return change(
                "update job set state = 'running', started_at = now(), heartbeat = now()"
                        + " where id = ? and state = 'queued'",
                id);
    }

    /** Says that it is alive, and how far; false where it has no reason to live any more. */
    @Transactional
    boolean keepAlive(UUID id, Progress.Stage stage) throws SQLException {
        return change(
                "update job set heartbeat = now(), bytes_read = ?, rows_read = ?, rejects = ?, warnings = ?, notes = ?"
                        + " where id = ? and state in ('queued', 'running')",
                stage.bytes(),
                stage.rows(),
                stage.findings().reject(),
                stage.findings().warn(),
                stage.findings().note(),
                id);
    }

    /** Ends it with its effect, in the transaction of the effect; false where it must have none. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean succeed(UUID id, KeptAnswer answer, Progress.Stage last) throws SQLException {
        return keepAlive(id, last)
                && change(
                        "update job set state = 'succeeded', finished_at = clock_timestamp(), status = ?, location = ?,"
                                + " entity_tag = ?, body = ? where id = ? and state = 'running'",
                        answer.status(),
                        answer.location(),
                        answer.entityTag(),
                        answer.body(),
                        id);
    }

    /** Ends it without effect. */
    @Transactional
    void fail(UUID id, int status, String problem, Progress.Stage last) throws SQLException {
        keepAlive(id, last);
        change(
                "update job set state = 'failed', finished_at = now(), status = ?, body = ?"
                        + " where id = ? and state in ('queued', 'running')",
                status,
                problem,
                id);
    }

    /** Forbids it to have an effect; false where it is past that. */
    @Transactional
    boolean cancel(UUID id) throws SQLException {
        return change(
                "update job set state = 'cancelled', finished_at = now() where id = ? and state in ('queued', 'running')",
                id);
    }

    /** What the request would have been answered; empty where it did not come to an answer. */
    @Transactional
    Optional<KeptAnswer> result(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from job where id = ? and status is not null")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new KeptAnswer(
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("entity_tag"),
                                row.getString("body"),
                                false))
                        : Optional.empty();
            }
        }
    }

    private Optional<Job> select(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SHOWN)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Job.of(row)) : Optional.empty();
            }
        }
    }

    /** @return whether it changed anything */
    private boolean change(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            return statement.executeUpdate() > 0;
        }
    }
}

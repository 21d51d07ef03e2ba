package org.undatacube.aggregation.citation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import org.undatacube.durablestore.DurabilityCheck;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** The database of citations, which the service can start and answer without: it is looked for when it is needed. */
@Singleton
class CitationDatabase {
    private static final Logger LOG = Logger.getLogger(CitationDatabase.class);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int LONGEST_WAIT_SECONDS = 3;

    private final InjectableInstance<AgroalDataSource> dataSource;
    private final InjectableInstance<Flyway> flyway;
    private final boolean mustBeDurable;
    private final Lock preparing = new ReentrantLock();
    private volatile boolean isReady;

    CitationDatabase(
            InjectableInstance<AgroalDataSource> dataSource,
            InjectableInstance<Flyway> flyway,
            @ConfigProperty(name = "datacube.durability.required", defaultValue = "true") boolean mustBeDurable) {
        this.dataSource = dataSource;
        this.flyway = flyway;
        this.mustBeDurable = mustBeDurable;
    }

    /**
     * A connection to a database that has its tables; to be closed.
     *
     * @throws Problem (503) where the database is away, or none is set
     */
    Connection connect() {
        if (dataSource.listActive().isEmpty()) {
            throw new Problem(
                    CommonProblem.UNAVAILABLE,
                    "This service has no database for citations; its operator can give it one.");
        }
        try {
            if (!isReady) {
                prepareInTurn();
            }
            return dataSource.getActive().getConnection();
        } catch (SQLException | FlywayException e) {
            LOG.warnf("The database of citations does not answer: %s", e.getMessage());
            throw away(e);
        }
    }

    private static Problem away(Exception cause) {
        return new Problem(
                        CommonProblem.UNAVAILABLE,
                        "The database of citations does not answer at present; questions are answered all the same.",
                        cause)
                .with("retryAfter", RETRY_AFTER_SECONDS);
    }

    /** Where the database is silent, nobody waits longer than for one who looks for it. */
    private void prepareInTurn() throws SQLException {
        try {
            if (!preparing.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw away(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
        try {
            prepare();
        } finally {
            preparing.unlock();
        }
    }

    /** Once; several services that do it at the same time wait for one another. */
    private void prepare() throws SQLException {
        if (isReady) {
            return;
        }
        try (Connection connection = dataSource.getActive().getConnection()) {
            if (mustBeDurable) {
                DurabilityCheck.requireDurable(connection);
            }
        }
        flyway.getActive().migrate();
        isReady = true;
    }
}

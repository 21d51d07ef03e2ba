package org.undatacube.gateway.ratelimit;

import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.undatacube.gateway.Fingerprint;

/** In PostgreSQL, where all gateways that are given the same database count together. Blocks. */
@ApplicationScoped
class SharedBuckets implements Buckets {
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);
    private static final int TIDIED_AT_ONCE = 1_000;

    private final InjectableInstance<AgroalDataSource> dataSource;
    private final InjectableInstance<Flyway> flyway;
    private volatile PostgreSQLSelectForUpdateBasedProxyManager<String> manager;

    SharedBuckets(InjectableInstance<AgroalDataSource> dataSource, InjectableInstance<Flyway> flyway) {
        this.dataSource = dataSource;
        this.flyway = flyway;
    }

    /** Whether the gateway is given a database. */
    boolean areWanted() {
        return !dataSource.listActive().isEmpty();
    }

    /**
     * Makes the table where it is missing. To be called before anything is counted.
     *
     * @throws FlywayException where the database does not answer
     */
    void open() {
        flyway.getActive().migrate();
        manager = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource.getActive())
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit_bucket")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
    }

    @Override
    public Bucket of(String caller, Supplier<BucketConfiguration> configuration) {
        // addresses of people are not written down
        return manager.builder().build(Fingerprint.of(caller), configuration);
    }

    /** Forgets callers who have all of their quota again. */
    void tidy() {
        while (manager.removeExpired(TIDIED_AT_ONCE) == TIDIED_AT_ONCE) {
            // there may be more
        }
    }
}

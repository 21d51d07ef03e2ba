package org.undatacube.registry.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.ExchangeRates.Rate;
import org.undatacube.registry.codelist.Provenance;

/** The one way in which the rates change: by a new version of them. Rates come in or are said anew; none is ever taken out. */
@ApplicationScoped
public class RateWriter {
    private final EntityManager entityManager;
    private final Clock clock;

    RateWriter(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Adds and corrects rates; what was made of a rate since the reference file said the same of it stays. */
    @Transactional(TxType.MANDATORY)
    public void seed(List<Rate> reference) {
        put(StoredReferenceRate.takeDown(reference), new Provenance("reference files", "What the project ships"));
    }

    /** Makes whoever else would change the rates wait for the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    void lock() {
        entityManager
                .createNativeQuery("lock table exchange_rate_version in share row exclusive mode")
                .executeUpdate();
    }

    /**
     * Makes a new version if, and only if, something changes.
     *
     * @return the version that is in force then
     */
    @Transactional(TxType.MANDATORY)
    int put(List<Rate> wanted, Provenance provenance) {
        lock();
        Optional<StoredRateVersion> former = StoredRateVersion.latest();
        RateChange change = RateChange.between(
                former.map(version -> StoredRate.at(version.version)).orElse(List.of()), wanted);
        if (change.isEmpty()) {
            return former.map(last -> last.version).orElse(0);
        }
        StoredRateVersion version = new StoredRateVersion();
        version.version = former.map(last -> last.version + 1).orElse(1);
        version.madeAt = now(former);
        version.madeBy = provenance.by();
        version.reason = provenance.reason();
        version.added = change.added().size();
        version.changed = change.changed().size();
        version.persist();
        Stream.concat(change.added().stream(), change.changed().stream().map(RateChange.Changed::to))
                .forEach(rate -> StoredRate.of(version.version, rate).persist());
        return version.version;
    }

    /** Later than the former version's moment, whatever the clock does, and as exact as the database. */
    private Instant now(Optional<StoredRateVersion> former) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return former.map(version -> version.madeAt)
                .filter(last -> !now.isAfter(last))
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .orElse(now);
    }
}

package org.undatacube.registry.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.registry.Fingerprint;

/** The table of exchange rates. */
@ApplicationScoped
public class RateTable {
    private final EntityManager entityManager;

    RateTable(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Every rate, by year and currency. */
    @Transactional
    ExchangeRates read() {
        StoredRateTable table = StoredRateTable.findById(StoredRateTable.ONLY);
        return new ExchangeRates(
                String.valueOf(table.version),
                StoredRate.<StoredRate>list("order by key.year, key.currency").stream()
                        .map(StoredRate::toRate)
                        .toList());
    }

    /** Adds and corrects rates; a new version where the given ones are others than at the last time. */
    @Transactional(TxType.MANDATORY)
    public void seed(List<ExchangeRates.Rate> rates) {
        String hash = Fingerprint.of(rates.toString());
        StoredRateTable table = StoredRateTable.findById(StoredRateTable.ONLY);
        if (table == null) {
            table = new StoredRateTable();
            table.id = StoredRateTable.ONLY;
            table.persist();
        } else if (table.referenceHash.equals(hash)) {
            return;
        }
        rates.forEach(this::put);
        table.version++;
        table.referenceHash = hash;
    }

    private void put(ExchangeRates.Rate rate) {
        StoredRate stored = new StoredRate();
        stored.key = new StoredRate.Key(rate.currency(), rate.year());
        stored.unitsPerUsd = rate.unitsPerUsd();
        stored.source = rate.source();
        entityManager.merge(stored);
    }
}

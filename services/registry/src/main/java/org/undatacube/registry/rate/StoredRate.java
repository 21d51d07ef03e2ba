package org.undatacube.registry.rate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.undatacube.codelists.ExchangeRates.Rate;

/** What is said of a rate from one version on. */
@Entity
@Immutable
@Table(name = "exchange_rate")
class StoredRate extends PanacheEntityBase {

    @Embeddable
    record Key(String currency, int year, int version) {}

    @EmbeddedId
    Key key;

    @Column(name = "units_per_usd")
    BigDecimal unitsPerUsd;

    String source;

    /** All rates as they stood at a version, by year and currency. */
    static List<Rate> at(int version) {
        Stream<?> rates = getEntityManager()
                .createNativeQuery("""
                        select distinct on (currency, year) * from exchange_rate
                        where version <= :version
                        order by currency, year, version desc
                        """, StoredRate.class)
                .setParameter("version", version)
                .getResultStream();
        return rates.map(rate -> ((StoredRate) rate).toRate())
                .sorted(Comparator.comparingInt(Rate::year).thenComparing(Rate::currency))
                .toList();
    }

    static StoredRate of(int version, Rate rate) {
        StoredRate stored = new StoredRate();
        stored.key = new Key(rate.currency(), rate.year(), version);
        stored.unitsPerUsd = rate.unitsPerUsd();
        stored.source = rate.source();
        return stored;
    }

    private Rate toRate() {
        BigDecimal digits = unitsPerUsd.stripTrailingZeros();
        return new Rate(key.currency(), key.year(), digits.scale() < 0 ? digits.setScale(0) : digits, source);
    }
}

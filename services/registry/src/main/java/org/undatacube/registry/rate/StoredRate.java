package org.undatacube.registry.rate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.undatacube.codelists.ExchangeRates;

/** One rate as it is kept. */
@Entity
@Table(name = "exchange_rate")
class StoredRate extends PanacheEntityBase {

    /** A rate is one currency's in one year. */
    @Embeddable
    record Key(String currency, int year) {}

    @EmbeddedId
    Key key;

    @Column(name = "units_per_usd")
    BigDecimal unitsPerUsd;

    String source;

    ExchangeRates.Rate toRate() {
        return new ExchangeRates.Rate(key.currency(), key.year(), unitsPerUsd.stripTrailingZeros(), source);
    }
}

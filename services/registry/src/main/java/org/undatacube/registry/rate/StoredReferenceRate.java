package org.undatacube.registry.rate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.undatacube.codelists.ExchangeRates.Rate;

/** What the reference file said of a rate when it was loaded last. */
@Entity
@Table(name = "reference_rate")
class StoredReferenceRate extends PanacheEntityBase {

    @Embeddable
    record Key(String currency, int year) {}

    @EmbeddedId
    Key key;

    @Column(name = "units_per_usd")
    BigDecimal unitsPerUsd;

    String source;

    /** Takes down what the file says now; gives the rates of which it says another thing than before. */
    static List<Rate> takeDown(List<Rate> file) {
        Map<Key, StoredReferenceRate> said = StoredReferenceRate.<StoredReferenceRate>streamAll()
                .collect(Collectors.toMap(rate -> rate.key, rate -> rate));
        List<Rate> another = new ArrayList<>();
        for (Rate rate : file) {
            StoredReferenceRate before = said.get(new Key(rate.currency(), rate.year()));
            if (before == null) {
                of(rate).persist();
                another.add(rate);
            } else if (before.unitsPerUsd.compareTo(rate.unitsPerUsd()) != 0 || !before.source.equals(rate.source())) {
                before.unitsPerUsd = rate.unitsPerUsd();
                before.source = rate.source();
                another.add(rate);
            }
        }
        return another;
    }

    private static StoredReferenceRate of(Rate rate) {
        StoredReferenceRate said = new StoredReferenceRate();
        said.key = new Key(rate.currency(), rate.year());
        said.unitsPerUsd = rate.unitsPerUsd();
        said.source = rate.source();
        return said;
    }
}

package org.undatacube.registry.rate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** One version of the table of rates, without its rates. */
@Entity
@Immutable
@Table(name = "exchange_rate_version")
class StoredRateVersion extends PanacheEntityBase {
    @Id
    int version;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "made_by")
    String madeBy;

    String reason;
    int added;
    int changed;

    static List<StoredRateVersion> latestFirst() {
        return list("order by version desc");
    }

    static Optional<StoredRateVersion> latest() {
        return first("order by version desc");
    }

    /** The version that was in force at a moment; none before the first. */
    static Optional<StoredRateVersion> inForce(Instant moment) {
        return first("madeAt <= ?1 order by version desc", moment);
    }

    private static Optional<StoredRateVersion> first(String query, Object... parameters) {
        return StoredRateVersion.<StoredRateVersion>find(query, parameters).page(Page.ofSize(1)).stream()
                .findFirst();
    }
}

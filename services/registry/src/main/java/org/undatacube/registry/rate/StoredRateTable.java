package org.undatacube.registry.rate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is known of the table of rates as a whole; one row. */
@Entity
@Table(name = "exchange_rate_table")
class StoredRateTable extends PanacheEntityBase {
    static final int ONLY = 1;

    @Id
    int id;

    int version;

    @Column(name = "reference_hash")
    String referenceHash = "";
}

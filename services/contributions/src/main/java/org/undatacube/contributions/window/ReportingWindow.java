package org.undatacube.contributions.window;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.undatacube.http.VersionTag;

/** When a year is reported. */
@Entity
@Table(name = "reporting_window")
class ReportingWindow extends PanacheEntityBase {
    @Id
    public int year;

    /** Raised by every change, extensions included. */
    public long version;

    public Instant opens;

    /** The last moment, for all who were not granted a later one. */
    public Instant deadline;

    /** By entity. */
    @ElementCollection
    @CollectionTable(name = "reporting_window_extension", joinColumns = @JoinColumn(name = "year"))
    @MapKeyColumn(name = "entity")
    public Map<String, Extension> extensions = new TreeMap<>();

    /** A later deadline for one entity. */
    @Embeddable
    record Extension(@Column(name = "deadline") Instant until, String reason) {}

    /** The window, which nobody else changes until the transaction ends. */
    static Optional<ReportingWindow> lock(int year) {
        return findByIdOptional(year, LockModeType.PESSIMISTIC_WRITE);
    }

    Instant deadlineOf(String entity) {
        return Optional.ofNullable(extensions.get(entity))
                .map(Extension::until)
                .filter(until -> until.isAfter(deadline))
                .orElse(deadline);
    }

    boolean isOpen(String entity, Instant now) {
        return !now.isBefore(opens) && !now.isAfter(deadlineOf(entity));
    }

    VersionTag tag() {
        return new VersionTag(version);
    }
}

package org.undatacube.registry.seeding;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.undatacube.registry.codelist.CodeListWriter;
import org.undatacube.registry.codelist.ReferenceList;
import org.undatacube.registry.hierarchy.HierarchyWriter;
import org.undatacube.registry.rate.RateWriter;

/** Brings the database up to the reference files, before anything is served. */
@ApplicationScoped
public class Seeding {
    /** Comes before what needs the lists. */
    public static final int AT_START = 100;

    // any number that nothing else locks: two registries starting at once seed one after the other
    private static final long LOCK = 0x5EED;

    private final EntityManager entityManager;
    private final CodeListWriter writer;
    private final HierarchyWriter hierarchies;
    private final RateWriter rates;
    private volatile boolean done;

    Seeding(EntityManager entityManager, CodeListWriter writer, HierarchyWriter hierarchies, RateWriter rates) {
        this.entityManager = entityManager;
        this.writer = writer;
        this.hierarchies = hierarchies;
        this.rates = rates;
    }

    void onStart(@Observes @Priority(AT_START) StartupEvent event) {
        seed();
        done = true;
    }

    @Transactional
    void seed() {
        entityManager
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
        List<ReferenceList> lists = ReferenceFiles.lists();
        for (int position = 0; position < lists.size(); position++) {
            writer.seed(lists.get(position), position);
        }
        ReferenceHierarchies.read().forEach(hierarchies::seed);
        rates.seed(ReferenceFiles.exchangeRates());
    }

    boolean isDone() {
        return done;
    }
}

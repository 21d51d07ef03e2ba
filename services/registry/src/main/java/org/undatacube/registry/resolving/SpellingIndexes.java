package org.undatacube.registry.resolving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import org.undatacube.registry.codelist.Snapshot;

/** The indexes of the versions that were asked for. Each is kept as long as its version is kept in memory. */
@Singleton
class SpellingIndexes {
    private final Cache<Snapshot, SpellingIndex> kept =
            Caffeine.newBuilder().weakKeys().build();

    SpellingIndex of(Snapshot list) {
        return kept.get(list, unindexed -> new SpellingIndex(unindexed.codes()));
    }
}

package org.undatacube.aggregation.following;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.undatacube.codelists.Registry;

/** One client of the registry for all that read from it. */
class Registries {
    @Produces
    @Singleton
    Registry registry(RegistryConfig config, Clock clock) {
        return new Registry(config.url(), config.keptFor(), clock);
    }
}

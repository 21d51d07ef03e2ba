package org.undatacube.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.undatacube.http.ProblemCatalogue;

/** What the registry's classes are given. */
@ApplicationScoped
class RegistryProducers {

    @Produces
    @Singleton
    ProblemCatalogue catalogue() {
        return new ProblemCatalogue("registry", List.of(RegistryProblem.values()));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}

package org.undatacube.contributions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.undatacube.codelists.Registry;
import org.undatacube.http.ProblemCatalogue;

/** What the service finds around it: the time, the registry, and its own catalogue of problems. */
@ApplicationScoped
class Surroundings {
    private static final Duration LISTS_KEPT_FOR = Duration.ofMinutes(1);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Registry registry(@ConfigProperty(name = "datacube.registry.url") URI address) {
        return new Registry(address, LISTS_KEPT_FOR, Clock.systemUTC());
    }

    @Produces
    @Singleton
    ProblemCatalogue problems() {
        return new ProblemCatalogue("contributions", List.of(ContributionProblem.values()));
    }
}

package org.undatacube.aggregation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.List;
import org.undatacube.http.ProblemCatalogue;

/** What the service's classes are given from outside. */
class Surroundings {
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    ProblemCatalogue problems() {
        return new ProblemCatalogue("aggregation", List.of(AggregationProblem.values()));
    }
}

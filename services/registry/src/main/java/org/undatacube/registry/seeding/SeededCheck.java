package org.undatacube.registry.seeding;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the reference files are in the database. */
@Readiness
class SeededCheck implements HealthCheck {
    private final Seeding seeding;

    SeededCheck(Seeding seeding) {
        this.seeding = seeding;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("code lists seeded")
                .status(seeding.isDone())
                .build();
    }
}

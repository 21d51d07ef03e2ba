package org.undatacube.gateway.resilience;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says which services the gateway leaves alone at present. It is ready all the same: it answers for them, and passes on
 * to the others.
 */
@Readiness
class CircuitsCheck implements HealthCheck {
    private final ServiceGuards guards;

    CircuitsCheck(ServiceGuards guards) {
        this.guards = guards;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("circuits to the services").up();
        guards.all()
                .forEach(guard ->
                        answer.withData(guard.service().name(), guard.state().name()));
        return answer.build();
    }
}

package org.undatacube.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the suite does, for people. */
@Schema(name = "StatusReport")
record StatusReport(
        @Schema(description = "UP where every service is, else DOWN", examples = "UP")
        String status,

        Instant checkedAt,
        List<ServiceReport> services,

        @Schema(description = "Null where the aggregation does not answer", nullable = true)
        CubeReport cubes) {

    /** A service as the gateway sees it. */
    @Schema(name = "ServiceReport")
    record ServiceReport(
            @Schema(examples = "aggregation") String name,

            @Schema(description = "UP, DOWN (it says that it is not ready) or UNREACHABLE", examples = "UP")
            String status,

            @Schema(description = "Since when the gateway sees it so, at the longest since the gateway's own start")
            Instant since) {

        boolean works() {
            return status.equals(ServiceState.UP);
        }

        static ServiceReport of(ServiceState state, ServiceWatch.Standing standing) {
            return new ServiceReport(state.name(), state.status(), standing.since());
        }
    }

    /** What the aggregation says of the cubes. */
    @Schema(name = "CubeReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CubeReport(
            @Schema(description = "The one that is answered from; 0 before anything was published", examples = "7")
            long edition,

            Instant publishedAt,

            @Schema(description = "When the cubes last had all that was published")
            Instant pulledAt,

            @Schema(description = "For how long it is not known that they have", examples = "0")
            long lagSeconds,

            @Schema(description = "From when on answers are counted")
            Instant startedAt,

            @Schema(description = "How many answers to questions for totals came from where")
            Map<String, Long> answers) {}

    boolean works() {
        return status.equals(ServiceState.UP);
    }

    static StatusReport of(SuiteHealth health, List<ServiceReport> services, Optional<CubeReport> cubes, Instant now) {
        return new StatusReport(health.status(), now, services, cubes.orElse(null));
    }
}

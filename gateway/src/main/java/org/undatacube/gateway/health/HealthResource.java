package org.undatacube.gateway.health;

import io.vertx.core.Future;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.gateway.routing.RoutingTable;

/** The whole suite at a glance; the gateway's own health is under {@code /q/health}. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health", description = "Whether the suite works")
public class HealthResource {
    private final RoutingTable table;
    private final ServiceWatch watch;

    HealthResource(RoutingTable table, ServiceWatch watch) {
        this.table = table;
        this.watch = watch;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getHealth",
            summary = "The state of every service of the suite",
            description = "Each service is asked whether it is ready; the answer is made anew each time.")
    @APIResponse(
            responseCode = "200",
            description = "Every service is ready",
            content = @Content(schema = @Schema(implementation = SuiteHealth.class)))
    @APIResponse(
            responseCode = "503",
            description = "A service is not ready or cannot be reached; the others still answer",
            content = @Content(schema = @Schema(implementation = SuiteHealth.class)))
    public CompletionStage<Response> get() {
        List<Future<ServiceState>> states =
                table.services().stream().map(watch::ask).toList();
        return Future.all(states).map(all -> answer(SuiteHealth.of(all.list()))).toCompletionStage();
    }

    private static Response answer(SuiteHealth health) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(health.works() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .cacheControl(never)
                .entity(health)
                .build();
    }
}

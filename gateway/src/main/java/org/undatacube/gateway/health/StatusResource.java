package org.undatacube.gateway.health;

import io.vertx.core.Future;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.gateway.routing.RoutingTable;
import org.undatacube.gateway.routing.ServiceClient;

/** How the suite does, as a page for people, or as JSON. */
@Path("/status")
@Tag(name = "Health")
public class StatusResource {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE)
            .build();

    private final RoutingTable table;
    private final ServiceWatch watch;
    private final ServiceClient client;
    private final CubeReports reports;
    private final StatusPage page;
    private final Clock clock = Clock.systemUTC();

    StatusResource(RoutingTable table, ServiceWatch watch, ServiceClient client, CubeReports reports, StatusPage page) {
        this.table = table;
        this.watch = watch;
        this.client = client;
        this.reports = reports;
        this.page = page;
    }

    @GET
    @PermitAll
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getStatus",
            summary = "Which services work, which edition answers, and where answers come from",
            description =
                    "A page for people; the same as JSON where Accept asks for it. Always 200: what is down is said"
                            + " in it.")
    @APIResponse(
            responseCode = "200",
            description = "How the suite does",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StatusReport.class))
            })
    public CompletionStage<Response> get(@Context Request request) {
        boolean isForPrograms = FORMS.get(1).equals(request.selectVariant(FORMS));
        return report().map(report ->
                        isForPrograms ? answer(report, MediaType.APPLICATION_JSON_TYPE) : answer(page.of(report), HTML))
                .toCompletionStage();
    }

    private Future<StatusReport> report() {
        Future<Optional<StatusReport.CubeReport>> cubes = client.get(table.service("aggregation"), "/status")
                .map(reports::read)
                .otherwise(Optional.empty());
        List<Future<ServiceState>> states =
                table.services().stream().map(watch::ask).toList();
        return Future.all(states).compose(all -> cubes.map(of -> report(all.list(), of)));
    }

    private StatusReport report(List<ServiceState> states, Optional<StatusReport.CubeReport> cubes) {
        return StatusReport.of(
                SuiteHealth.of(states),
                states.stream()
                        .map(state -> StatusReport.ServiceReport.of(state, watch.standing(state.name())))
                        .toList(),
                cubes,
                clock.instant());
    }

    private static Response answer(Object entity, MediaType type) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(entity)
                .type(type)
                .cacheControl(never)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}

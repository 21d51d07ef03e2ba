package org.undatacube.contributions.window;

import io.quarkus.panache.common.Sort;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.submission.Comment;
import org.undatacube.contributions.window.ReportingWindow.Extension;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

@Path("/api/v1/reporting-windows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reporting windows", description = "When entities may submit and certify a year")
public class ReportingWindowResource {
    private static final int FIRST_YEAR = 2011;
    private static final int LAST_YEAR = 2999;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final ReportingWindows windows;
    private final Caller caller;

    ReportingWindowResource(ReportingWindows windows, Caller caller) {
        this.windows = windows;
        this.caller = caller;
    }

    /** When a year is to be reported. */
    @Schema(name = "ReportingWindowRequest")
    public record WindowRequest(
            @Schema(examples = "2025-01-15T00:00:00Z") Instant opens,
            @Schema(examples = "2025-05-31T23:59:59Z") Instant deadline) {}

    /** A later deadline for one entity, and why. */
    @Schema(name = "ReportingWindowExtensionRequest")
    public record ExtensionRequest(
            @Schema(examples = "2025-06-30T23:59:59Z") Instant deadline,

            @Schema(examples = "Audit of the statements is late")
            String reason) {}

    /** All of them. */
    @Schema(name = "ReportingWindows")
    public record Windows(List<ReportingWindowView> windows) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listReportingWindows",
            summary = "The windows of all years, newest first",
            description = "A year without a window can be reported at any time.")
    @APIResponse(responseCode = "200", description = "The windows with their extensions")
    public Windows list() {
        return new Windows(ReportingWindow.<ReportingWindow>listAll(Sort.descending("year")).stream()
                .map(window -> ReportingWindowView.of(window, caller))
                .toList());
    }

    @GET
    @Path("/{year}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getReportingWindow",
            summary = "The window of a year",
            description = "When it opens and closes, and for which entities it is longer.")
    @APIResponse(
            responseCode = "200",
            description = "The window; its ETag is what If-Match needs",
            content = @Content(schema = @Schema(implementation = ReportingWindowView.class)))
    @APIResponse(responseCode = "404", description = "The year has none")
    public Response get(@Parameter(description = "Reporting year", example = "2024") @PathParam("year") String year) {
        int number = year(year);
        return answer(ReportingWindow.<ReportingWindow>findByIdOptional(number)
                        .orElseThrow(() -> ReportingWindows.unknown(number)))
                .build();
    }

    @PUT
    @Path("/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Transactional
    @Operation(
            operationId = "setReportingWindow",
            summary = "Say when a year is reported",
            description = "Extensions that were granted stay. A window that there is already is changed with If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The window",
            content = @Content(schema = @Schema(implementation = ReportingWindowView.class)))
    @APIResponse(responseCode = "400", description = "It does not open before its deadline")
    @APIResponse(responseCode = "428", description = "There is one already: If-Match is needed")
    public Response set(
            @Parameter(description = "Reporting year", example = "2024") @PathParam("year") String year,
            @Parameter(description = "The ETag with which it was read", example = "\"1\"") @HeaderParam("If-Match")
                    String ifMatch,
            WindowRequest request) {
        Instant opens = moment(request == null ? null : request.opens(), "opens");
        Instant deadline = moment(request.deadline(), "deadline");
        if (!opens.isBefore(deadline)) {
            throw new Problem(CommonProblem.BAD_REQUEST, "The deadline comes after the opening.")
                    .with("pointer", "/deadline");
        }
        return answer(windows.set(year(year), opens, deadline, ifMatch)).build();
    }

    @PUT
    @Path("/{year}/extensions/{entity}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Transactional
    @Operation(
            operationId = "extendReportingWindow",
            summary = "Grant an entity a later deadline",
            description = "With If-Match: the ETag of the year's window. One that is not later than the window's"
                    + " deadline has no effect.")
    @APIResponse(
            responseCode = "200",
            description = "The window",
            content = @Content(schema = @Schema(implementation = ReportingWindowView.class)))
    @APIResponse(responseCode = "400", description = "The body lacks deadline or reason")
    @APIResponse(responseCode = "404", description = "The year has no window, or there is no such entity")
    @APIResponse(responseCode = "412", description = "The window was changed since it was read")
    public Response extend(
            @Parameter(description = "Reporting year", example = "2024") @PathParam("year") String year,
            @Parameter(description = "Entity code", example = "UNDP") @PathParam("entity") String entity,
            @Parameter(description = "The window's ETag", example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            ExtensionRequest request) {
        Instant deadline = moment(request == null ? null : request.deadline(), "deadline");
        String reason = Comment.required(request.reason(), "reason");
        return answer(windows.extend(year(year), entity, new Extension(deadline, reason), ifMatch))
                .build();
    }

    private Response.ResponseBuilder answer(ReportingWindow window) {
        return Response.ok(ReportingWindowView.of(window, caller))
                .header(HttpHeaders.ETAG, window.tag().header());
    }

    private static int year(String raw) {
        if (!raw.matches("[0-9]{4}") || Integer.parseInt(raw) < FIRST_YEAR || Integer.parseInt(raw) > LAST_YEAR) {
            throw Problem.notFound("Years from " + FIRST_YEAR + " to " + LAST_YEAR + " have windows.");
        }
        return Integer.parseInt(raw);
    }

    private static Instant moment(Instant given, String field) {
        if (given == null || given.isBefore(EARLIEST) || given.isAfter(LATEST)) {
            throw new Problem(CommonProblem.BAD_REQUEST, field + " is a moment such as 2025-05-31T23:59:59Z.")
                    .with("pointer", "/" + field);
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }
}

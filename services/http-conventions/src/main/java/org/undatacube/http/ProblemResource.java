package org.undatacube.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page behind a problem's {@code type}. */
@Path("/problems/{service}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems", description = "What each kind of problem means")
public class ProblemResource {
    private final ProblemCatalogue catalogue;

    ProblemResource(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A kind of problem as its page shows it. */
    public record Page(String type, int status, String title, String explanation, boolean retryable) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listProblems",
            summary = "All kinds of problems of a service",
            description = "Those of the one service and those that all services have.")
    public List<Page> list(@PathParam("service") String service) {
        requireOurs(service);
        return types().map(this::page).toList();
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    @Operation(
            operationId = "getProblem",
            summary = "What one kind of problem means and what to do about it",
            description =
                    "The page to which the type of a problem document leads: what it means, and whether the same request may succeed later.")
    public Page get(@PathParam("service") String service, @PathParam("slug") String slug) {
        requireOurs(service);
        return types().filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(this::page)
                .orElseThrow(() -> Problem.notFound("No problem of " + service + " is called " + slug + "."));
    }

    private void requireOurs(String service) {
        if (!service.equals(catalogue.service())) {
            throw Problem.notFound("This service's problems are under /problems/" + catalogue.service() + ".");
        }
    }

    private Stream<ProblemType> types() {
        return Stream.concat(Stream.of(CommonProblem.values()), catalogue.types().stream());
    }

    private Page page(ProblemType type) {
        return new Page(catalogue.address(type), type.status(), type.title(), type.explanation(), type.retryable());
    }
}

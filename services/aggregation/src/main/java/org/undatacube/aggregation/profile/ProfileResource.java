package org.undatacube.aggregation.profile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.ask.Asker;
import org.undatacube.aggregation.ask.QueryText;
import org.undatacube.aggregation.ask.ViewResponses;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.http.Language;
import org.undatacube.http.ProblemMappers;

/** What is known of one entity, place, goal or contributor. */
@Path("/api/v1/profiles/{kind}")
@Tag(name = "Profiles", description = "What is known of one entity, place, goal or contributor")
public class ProfileResource {
    private final Profiles profiles;
    private final Asker asker;

    ProfileResource(Profiles profiles, Asker asker) {
        this.profiles = profiles;
        this.asker = asker;
    }

    @GET
    @Path("/{code: .+}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getProfile",
            summary = "Who it is, its figures, rank, trend and mix, and what is not covered, in one answer",
            description = """
                    Every block is the answer to one question, which it names; all are asked of one edition. Where no \
                    published breakdown can answer a block, it is there with the obstacle. gaps names the entities whose \
                    figures of the year are in no block of some dimensions.""")
    @Parameter(
            name = "kind",
            in = ParameterIn.PATH,
            description = "Of which list the code is",
            example = "entity",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"entity", "country", "sdg", "contributor"}))
    @Parameter(
            name = "code",
            in = ParameterIn.PATH,
            description = "A code of the list on any of its levels, or another spelling of it: an entity or a type of"
                    + " entities, a country or a region, a goal or a target, a contributor or a type of contributors",
            example = "UPU",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = Profiles.YEAR,
            in = ParameterIn.QUERY,
            description = "Of which the figures are; the last one of which anything is known of it, unless given",
            example = "2024",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1945", maximum = "2100"))
    @Parameter(
            name = ParameterNames.EDITION,
            in = ParameterIn.QUERY,
            description = "Asks an earlier edition: the same profile for ever, by the code lists and groups of its day",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ParameterNames.AS_OF,
            in = ParameterIn.QUERY,
            description = "Asks the edition that was the last one at a time, or at the end of a day (UTC)",
            example = "2030-12-31",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.LANGUAGE,
            in = ParameterIn.QUERY,
            description = "The language of names, whatever Accept-Language says; English where there is none in it",
            example = "fr",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                            defaultValue = "en"))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of a profile that you have: 304 where it still stands",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            headers = {
                @Header(
                        name = "Datacube-Edition",
                        description = "The edition that was asked",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "Changes when anything of the profile can change",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProfileView.class),
                            examples = @ExampleObject(name = "an entity", value = ProfileExamples.PROFILE)))
    @APIResponse(responseCode = "304", description = "The profile that If-None-Match names still stands")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong; the problem names it and what is right",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "404",
            description = "There is no such code, or no profiles of this kind; the problem has the nearest spelling",
            content =
                    @Content(
                            mediaType = ProblemMappers.PROBLEM_JSON,
                            examples = @ExampleObject(name = "misspelt code", value = ProfileExamples.PROBLEM)))
    @APIResponse(
            responseCode = "503",
            description =
                    "The code lists were not read yet, the questions took too long, or there are too many at once",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response get(
            @PathParam("kind") String kind,
            @PathParam("code") String code,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        Kind its = Subject.requireKind(kind);
        Parameters parameters = QueryText.parameters(request, Profiles.PARAMETERS);
        Language language = ViewResponses.language(parameters, headers);
        return asker.ask(request, (snapshot, patience) -> {
            ProfileInquiry asked = profiles.inquire(snapshot, its, code, parameters, patience);
            return ViewResponses.of(
                    headers,
                    asked.fingerprint(),
                    language,
                    Optional.of(asked.edition()),
                    parameters.text(ParameterNames.EDITION).isPresent(),
                    MediaType.APPLICATION_JSON,
                    () -> ProfileView.of(asked, language));
        });
    }
}

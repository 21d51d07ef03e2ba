package org.undatacube.registry.rate;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.http.Problem;
import org.undatacube.registry.Fingerprint;

/** Exchange rates over HTTP. */
@Path("/api/v1/exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchange rates", description = "Units of a currency for one United States dollar, by year")
public class RateResource {
    private final RateTable table;

    RateResource(RateTable table) {
        this.table = table;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getExchangeRates",
            summary = "Exchange rates",
            description = "All rates, or those of one year or currency. The ETag is strong.")
    @APIResponse(
            responseCode = "200",
            description = "The rates",
            content = @Content(schema = @Schema(implementation = ExchangeRates.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    @APIResponse(responseCode = "400", description = "Problem invalid-parameter")
    public Response get(
            @QueryParam("year") @Parameter(description = "Only this year's", example = "2024") String year,
            @QueryParam("currency") @Parameter(description = "Only this currency's (ISO 4217)", example = "EUR")
                    String currency,
            @Context Request request) {
        ExchangeRates rates = wanted(table.read(), year, currency);
        EntityTag tag = new EntityTag(
                rates.version() + "-" + Fingerprint.of(rates.toString()).substring(0, 20));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(rates) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static ExchangeRates wanted(ExchangeRates all, String year, String currency) {
        if (year != null && !year.matches("[12]\\d{3}")) {
            throw Problem.invalidParameter("year", year, year + " is not a year.", "a year, e.g. 2024");
        }
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            throw Problem.invalidParameter(
                    "currency", currency, currency + " is not a currency code.", "three capital letters, e.g. EUR");
        }
        return new ExchangeRates(
                all.version(),
                all.rates().stream()
                        .filter(rate -> year == null || rate.year() == Integer.parseInt(year))
                        .filter(rate -> currency == null || rate.currency().equals(currency))
                        .toList());
    }
}

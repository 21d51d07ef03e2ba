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
import java.math.BigDecimal;
import java.util.List;
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
    private static final String CSV = "text/csv";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    private final RateTable table;

    RateResource(RateTable table) {
        this.table = table;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @PermitAll
    @Operation(
            operationId = "getExchangeRates",
            summary = "Exchange rates",
            description = "All rates, or those of one year or currency; as they are, or as they were. JSON or CSV by"
                    + " Accept or format. The ETag is strong.")
    @APIResponse(
            responseCode = "200",
            description = "The rates",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ExchangeRates.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    public Response get(
            @QueryParam("year") @Parameter(description = "Only this year's", example = "2024") String year,
            @QueryParam("currency") @Parameter(description = "Only this currency's (ISO 4217)", example = "EUR")
                    String currency,
            @QueryParam("version") @Parameter(description = "The rates in one of their versions", example = "1")
                    String version,
            @QueryParam("asOf")
                    @Parameter(
                            description = "The rates as they were at a moment (ISO 8601)",
                            example = "2026-12-31T00:00:00Z")
                    String asOf,
            @QueryParam("format") @Parameter(description = "json or csv, whatever Accept says", example = "csv")
                    String format,
            @Context HttpHeaders headers,
            @Context Request request) {
        boolean csv = isCsv(format, headers);
        ExchangeRates rates = wanted(table.read(version, asOf), year, currency);
        String body = csv ? RateCsv.write(rates) : rates.toString();
        EntityTag tag =
                new EntityTag(rates.version() + "-" + Fingerprint.of(body).substring(0, 20));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = csv
                    ? Response.ok(body, CSV + ";charset=utf-8;header=present")
                    : Response.ok(rates, MediaType.APPLICATION_JSON);
        }
        return answer.tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, version == null ? ASK_EACH_TIME : FOR_EVER)
                .build();
    }

    @GET
    @Path("/versions")
    @PermitAll
    @Operation(
            operationId = "listExchangeRateVersions",
            summary = "The versions of the exchange rates",
            description = "Who made each, when and why, the latest first.")
    @APIResponse(responseCode = "200", description = "The versions")
    public List<RateVersionView> versions() {
        return table.versions();
    }

    @GET
    @Path("/conversion")
    @PermitAll
    @Operation(
            operationId = "convert",
            summary = "An amount in another currency, and the rate that was used",
            description =
                    "By the same arithmetic as submitted lines: the amount divided by the rate of its currency (and"
                            + " multiplied by that of the other), rounded once, half to even, at 9 decimals.")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content = @Content(schema = @Schema(implementation = Conversion.class)))
    @APIResponse(
            responseCode = "400",
            description = "Problem invalid-parameter: names the currencies or years that have a rate")
    public Response convert(
            @QueryParam("amount") @Parameter(required = true, description = "How much", example = "100.00")
                    String amount,
            @QueryParam("from") @Parameter(required = true, description = "Its currency (ISO 4217)", example = "EUR")
                    String from,
            @QueryParam("to") @Parameter(description = "The other currency; USD where not given", example = "USD")
                    String to,
            @QueryParam("year") @Parameter(required = true, description = "The reporting year", example = "2024")
                    String year,
            @QueryParam("version") @Parameter(description = "By the rates of one of their versions", example = "1")
                    String version,
            @QueryParam("asOf")
                    @Parameter(
                            description = "By the rates as they were at a moment (ISO 8601)",
                            example = "2026-12-31T00:00:00Z")
                    String asOf) {
        BigDecimal money = RateQuestion.amount(amount);
        String source = RateQuestion.currency("from", from);
        String target = to == null ? Conversion.DOLLARS : RateQuestion.currency("to", to);
        int of = RateQuestion.year(year);
        ExchangeRates rates = table.read(version, asOf);
        Conversion conversion = Conversion.of(
                money,
                RateQuestion.rate(rates, "from", source, of),
                RateQuestion.rate(rates, "to", target, of),
                rates.version());
        return Response.ok(conversion)
                .header(HttpHeaders.CACHE_CONTROL, version == null ? ASK_EACH_TIME : FOR_EVER)
                .build();
    }

    private static ExchangeRates wanted(ExchangeRates all, String year, String currency) {
        Integer ofYear = year == null ? null : Integer.valueOf(RateQuestion.year(year));
        String of = currency == null ? null : RateQuestion.currency("currency", currency);
        return new ExchangeRates(
                all.version(),
                all.rates().stream()
                        .filter(rate -> ofYear == null || rate.year() == ofYear)
                        .filter(rate -> of == null || rate.currency().equals(of))
                        .toList());
    }

    /** What {@code format} says, else the first form that Accept names; the framework has refused all others. */
    private static boolean isCsv(String format, HttpHeaders headers) {
        if (format != null) {
            if (!List.of("json", "csv").contains(format)) {
                throw Problem.invalidParameter(
                        "format", format, "There is no such form of the rates.", List.of("json", "csv"));
            }
            return format.equals("csv");
        }
        return headers.getAcceptableMediaTypes().stream()
                .filter(accepted -> accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                        || accepted.isCompatible(MediaType.valueOf(CSV)))
                .findFirst()
                .filter(accepted -> !accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }
}

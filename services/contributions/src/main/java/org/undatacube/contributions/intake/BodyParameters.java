package org.undatacube.contributions.intake;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.undatacube.contributions.intake.csv.StatedDialect;
import org.undatacube.contributions.validation.StatedHeader;

/** What is said in query parameters about a body that is not JSON. */
public class BodyParameters {
    @QueryParam("entity")
    @Parameter(description = "Where the body is not JSON: entity code", example = "UNDP")
    String entity;

    @QueryParam("year")
    @Parameter(description = "Where the body is not JSON: reporting year", example = "2024")
    String year;

    @QueryParam("flow")
    @Parameter(description = "Where the body is not JSON: revenue or expense", example = "expense")
    String flow;

    @QueryParam("controlTotal")
    @Parameter(description = "Where the body is not JSON: audited total in USD", example = "5300.10")
    String controlTotal;

    @QueryParam("replaces")
    @Parameter(description = "Where the body is not JSON: submission (default) or breakdowns", example = "breakdowns")
    String replaces;

    @QueryParam("source")
    @Parameter(
            description = "Where the body is not JSON: where the figures come from",
            example = "Financial report 2024")
    String source;

    @QueryParam("test")
    @Parameter(description = "Where the body is not JSON: to try things out, never published", example = "false")
    String test;

    @QueryParam("delimiter")
    @Parameter(
            description = "With text/csv, what stands between columns: comma, semicolon, tab or pipe. Taken from the"
                    + " header, and said in a note, where it is left out",
            example = "semicolon")
    String delimiter;

    @QueryParam("decimal")
    @Parameter(
            description = "With CSV and XLSX, what stands before the decimals of amounts in text: point or comma; the"
                    + " other one may stand between thousands. Taken from all amounts, and said in a note, where it is"
                    + " left out; refused where they can be read in both ways",
            example = "comma")
    String decimal;

    StatedHeader header() {
        Map<String, String> values = new HashMap<>();
        values.put("entity", entity);
        values.put("year", year);
        values.put("flow", flow);
        values.put("controlTotal", controlTotal);
        values.put("replaces", replaces);
        values.put("source", source);
        values.put("test", test);
        return StatedHeader.inParameters(values);
    }

    /** @param tabs whether the media type says that there are tabs between the columns */
    StatedDialect dialect(boolean tabs) {
        return StatedDialect.of(delimiter, decimal, tabs);
    }
}

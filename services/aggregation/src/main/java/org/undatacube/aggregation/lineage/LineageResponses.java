package org.undatacube.aggregation.lineage;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.export.MediaTypes;

/** Lineages over HTTP; each leads to its next page. */
final class LineageResponses {
    private LineageResponses() {}

    /** Whether Accept names CSV before JSON; the framework has refused what is neither. */
    static boolean prefersCsv(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Stream.of(MediaTypes.JSON, MediaTypes.CSV)
                        .filter(type -> accepted.isCompatible(MediaType.valueOf(type))))
                .findFirst()
                .filter(MediaTypes.CSV::equals)
                .isPresent();
    }

    static Response json(Lineage lineage) {
        return negotiated(Response.ok(lineage, MediaTypes.JSON), lineage);
    }

    static Response csv(Lineage lineage) {
        return negotiated(
                Response.ok(LineageCsv.of(lineage), Format.CSV.contentType())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + lineage.cube().code() + "-lineage.csv\""),
                lineage);
    }

    static Response json(FedCells cells) {
        return linked(Response.ok(cells, MediaTypes.JSON), cells.next())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static Response negotiated(Response.ResponseBuilder response, Lineage lineage) {
        return linked(response, lineage.next())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static Response.ResponseBuilder linked(Response.ResponseBuilder response, String next) {
        return next == null ? response : response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
}

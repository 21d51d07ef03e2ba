package org.undatacube.aggregation.bulk;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.undatacube.http.EntityTags;
import org.undatacube.http.FileResponses;

/** Files as HTTP sends them: whole or in part, with the hash as a strong tag. */
@Singleton
class BulkResponses {

    /** A file of an edition never changes, but the numbers of editions begin again where the suite is begun anew. */
    private static final int SECONDS = 3_600;

    /** What is sent: a file on disk and what is said of it. */
    private record Sent(Path path, String mediaType, String tag, String name) {}

    /** That the files are being made. */
    Response underWay(Product product, String address) {
        return Response.accepted(Map.of(
                        "status",
                        "making",
                        "address",
                        address,
                        "detail",
                        "The files of " + product.name() + " are being made; ask for this address again."))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.RETRY_AFTER, Workshop.RETRY_AFTER_SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** To the present edition, which is another one some day: what is begun there is gone on with at its own address. */
    static Response toTheEdition(String address) {
        return Response.temporaryRedirect(URI.create(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    Response manifest(MadeProduct product, HttpHeaders headers, Request request) {
        Path path = product.folder().resolve(Manifest.FILE);
        return send(new Sent(path, MediaType.APPLICATION_JSON, product.manifestHash(), null), headers, request);
    }

    Response file(MadeProduct product, Manifest.File file, HttpHeaders headers, Request request) {
        String unfolded = file.name().replace('/', '-');
        String name = unfolded.startsWith(product.manifest().cube().code())
                ? unfolded
                : product.manifest().cube().code() + "-" + product.manifest().edition() + "-" + unfolded;
        return send(new Sent(product.path(file), file.mediaType(), file.sha256(), name), headers, request);
    }

    private static Response send(Sent sent, HttpHeaders headers, Request request) {
        if (EntityTags.of(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH)).include(sent.tag())) {
            return said(Response.notModified(), sent).build();
        }
        Response.ResponseBuilder response = FileResponses.of(sent.path(), sent.tag(), headers, request);
        if (sent.name() != null) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sent.name() + "\"");
        }
        return said(response.type(sent.mediaType()), sent).build();
    }

    private static Response.ResponseBuilder said(Response.ResponseBuilder response, Sent sent) {
        CacheControl caching = new CacheControl();
        caching.setMaxAge(SECONDS);
        // also nobody on the way: the hash is of these bytes
        caching.setNoTransform(true);
        return response.tag(sent.tag()).cacheControl(caching);
    }
}

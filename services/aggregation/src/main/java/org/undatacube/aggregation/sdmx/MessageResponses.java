package org.undatacube.aggregation.sdmx;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import org.undatacube.aggregation.ask.AnswerResponses;
import org.undatacube.aggregation.export.Coding;
import org.undatacube.aggregation.export.Unclosed;

/** Messages as HTTP sends them: in the content coding that the client accepts, and with what is said of every one. */
record MessageResponses(Api api, HttpServerRequest request, HttpHeaders headers, Request conditions) {

    /** An answer that is written while it is sent, and broken off where it cannot be brought to its end. */
    Response.ResponseBuilder ok(StreamingOutput message, String contentType, Plan plan) {
        Coding coding = AnswerResponses.coding(headers, conditions);
        StreamingOutput body = out -> write(message, coding, out);
        Response.ResponseBuilder response = said(Response.ok(body, contentType), plan);
        return coding == Coding.IDENTITY ? response : response.header(HttpHeaders.CONTENT_ENCODING, coding.code());
    }

    private void write(StreamingOutput message, Coding coding, OutputStream out) throws IOException {
        try (OutputStream coded = coding.encoding(new Unclosed(out))) {
            message.write(coded);
        } catch (RuntimeException e) {
            if (request.response().headWritten()) {
                request.response().reset();
            }
            throw e;
        }
    }

    /** With the headers that also an answer has that still stands. */
    Response.ResponseBuilder said(Response.ResponseBuilder response, Plan plan) {
        CacheControl caching = new CacheControl();
        caching.setNoTransform(false);
        caching.setNoCache(true);
        response.cacheControl(caching)
                .header("Datacube-Edition", plan.edition().number())
                .header(
                        HttpHeaders.VARY,
                        String.join(
                                ", ", HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, HttpHeaders.ACCEPT_LANGUAGE));
        return plan.lastChange().publishedAt() == null
                ? response
                : response.lastModified(Date.from(plan.lastChange().publishedAt()));
    }
}

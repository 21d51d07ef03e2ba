package org.undatacube.gateway.explorer;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.undatacube.gateway.Fingerprint;

/** What is sent to many and never changes while the gateway runs, compressed once for all of them. */
final class Compressed {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final int TOO_SMALL_TO_GAIN = 400;

    private final Buffer plain;
    private final Buffer gzip;
    private final String tag;

    private Compressed(Buffer plain, Buffer gzip, String tag) {
        this.plain = plain;
        this.gzip = gzip;
        this.tag = tag;
    }

    static Compressed of(byte[] content) {
        Buffer plain = Buffer.buffer(content);
        Buffer gzip = content.length < TOO_SMALL_TO_GAIN ? plain : Buffer.buffer(gzip(content));
        String fingerprint =
                Fingerprint.of(plain.toString(StandardCharsets.ISO_8859_1)).substring(0, 16);
        return new Compressed(plain, gzip.length() < plain.length() ? gzip : plain, fingerprint);
    }

    /** Answers a GET or HEAD with it; whatever else the answer's head says has been set before. */
    void send(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        boolean isZipped = gzip != plain && acceptsGzip(request.getHeader(HttpHeaderNames.ACCEPT_ENCODING));
        String own = isZipped ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"";
        response.putHeader(HttpHeaderNames.ETAG, own);
        if (response.getStatusCode() == HttpResponseStatus.OK.code()
                && isKnown(request.getHeader(HttpHeaderNames.IF_NONE_MATCH), own)) {
            response.setStatusCode(HttpResponseStatus.NOT_MODIFIED.code()).end();
            return;
        }
        Buffer body = isZipped ? gzip : plain;
        if (isZipped) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request.method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static boolean isKnown(String ifNoneMatch, String own) {
        return ifNoneMatch != null
                && COMMA.splitAsStream(ifNoneMatch)
                        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                        .anyMatch(known -> known.equals(own) || known.equals("*"));
    }

    private static boolean acceptsGzip(String acceptEncoding) {
        return acceptEncoding != null
                && COMMA.splitAsStream(acceptEncoding)
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zipping = new Thorough(zipped)) {
            zipping.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static final class Thorough extends GZIPOutputStream {
        Thorough(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}

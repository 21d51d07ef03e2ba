package org.undatacube.aggregation.ask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.github.luben.zstd.Zstd;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** Answers travel as they are, or packed as the request allows. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class CodingsTest {
    @TestHTTPResource(LiveService.EXPENSE + "?drilldown=sdg.goal,year")
    URI question;

    private final HttpClient client = HttpClient.newHttpClient();

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void packsAnAnswerAsTheRequestAllows() throws IOException, InterruptedException {
        HttpResponse<byte[]> plain = get(null);
        HttpResponse<byte[]> gzip = get("gzip");
        HttpResponse<byte[]> zstd = get("zstd");

        assertEquals("", coding(plain));
        assertEquals("gzip", coding(gzip));
        assertEquals("zstd", coding(zstd));
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes());
        assertArrayEquals(plain.body(), Zstd.decompress(zstd.body(), plain.body().length));
        assertEquals(
                "Accept, Accept-Encoding, Accept-Language, Prefer",
                plain.headers().firstValue("Vary").orElseThrow());
    }

    @Test
    void tellsTheFormsOfAnAnswerApartByTheirTags() throws IOException, InterruptedException {
        assertNotEquals(tag(get("gzip")), tag(get(null)));
        assertNotEquals(tag(get("gzip")), tag(get("zstd")));
        assertEquals(tag(get("gzip")), tag(get("gzip")));
    }

    @Test
    void heedsWhatIsPreferredAndWhatIsRefused() throws IOException, InterruptedException {
        assertEquals("gzip", coding(get("gzip;q=1.0, zstd;q=0.5")));
        assertEquals("zstd", coding(get("gzip;q=0.2, zstd;q=0.9")));
        assertEquals("", coding(get("br")));
        assertEquals("", coding(get("identity")));
    }

    private HttpResponse<byte[]> get(String accepted) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(question);
        if (accepted != null) {
            request.header("Accept-Encoding", accepted);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String coding(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Encoding").orElse("");
    }

    private static String tag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }
}

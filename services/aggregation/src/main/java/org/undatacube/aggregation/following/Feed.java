package org.undatacube.aggregation.following;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.LineStream;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.http.correlation.OutgoingRequest;

/**
 * The change feed over HTTP.
 *
 * @param patience how long it may send nothing before it counts as gone
 */
record Feed(URI contributions, Duration patience, ObjectMapper json) {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    /** The editions after one, oldest first, at most so many. */
    List<EditionChange> after(long edition, int limit) throws IOException {
        try (InputStream body = get("/feed?after=" + edition + "&limit=" + limit)) {
            return List.of(json.readValue(body, EditionChange[].class));
        }
    }

    /** @throws IOException also where the lines end before their end */
    void lines(long edition, Consumer<PublishedLine> line) throws IOException {
        try (InputStream body = get("/feed/editions/" + edition + "/lines")) {
            LineStream.read(body, line);
        }
    }

    private InputStream get(String path) throws IOException {
        // java.net.http has no limit on the silence within a body, and lines can come for minutes
        HttpURLConnection connection =
                (HttpURLConnection) contributions.resolve(path).toURL().openConnection();
        connection.setConnectTimeout((int) TO_CONNECT.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        OutgoingRequest.name(connection::setRequestProperty);
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            connection.disconnect();
            throw new IOException("The feed answered " + path + " with status " + status);
        }
        return connection.getInputStream();
    }
}

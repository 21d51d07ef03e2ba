package org.undatacube.contributions;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Requests of UNDP that are answered with a job, and what becomes of them. */
final class Jobs {
    static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");
    private static final Set<String> UNFINISHED = Set.of("queued", "running");
    private static final Duration LONG = Duration.ofSeconds(60);

    private Jobs() {}

    static Response submitLater(String csv, String key) {
        var request = Client.UNDP.request();
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.header("Prefer", "respond-async; wait=10, handling=strict")
                .contentType("text/csv")
                .queryParams(UNDP_2024)
                .body(csv)
                .post("/api/v1/submissions");
    }

    static Response appendLater(Draft draft) {
        return Client.UNDP
                .request()
                .header("If-Match", "\"1\"")
                .header("Prefer", "respond-async")
                .contentType("text/csv")
                .body("amount\n1\n")
                .post(draft.path("/lines"));
    }

    /** The job once it has come to its end. */
    static JsonPath finished(String id) {
        return await("job " + id)
                .atMost(LONG)
                .until(
                        () -> Client.SECRETARIAT
                                .request()
                                .get("/api/v1/jobs/" + id)
                                .jsonPath(),
                        job -> !UNFINISHED.contains(job.getString("state")));
    }

    /** Keeps everybody from changing a draft until it is rolled back. */
    static Connection hold(DataSource dataSource, Draft draft) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select 1 from submission where id = ? for update")) {
            lock.setObject(1, UUID.fromString(draft.id()));
            lock.execute();
        }
        return connection;
    }
}

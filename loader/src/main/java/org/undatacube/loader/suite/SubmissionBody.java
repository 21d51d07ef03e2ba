package org.undatacube.loader.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/**
 * A submission ready to be sent.
 *
 * @param name what it is called in messages, e.g. {@code UNDP 2024}
 * @param query the query parameters, empty for JSON
 * @param rows for each line the row of the file that it comes from; empty where the rows that the suite names are the
 *     file's own
 */
public record SubmissionBody(String name, String mediaType, String query, BodyPublisher content, List<Long> rows) {
    private static final String JSON = "application/json";

    public static SubmissionBody json(String name, BodyPublisher content) {
        return new SubmissionBody(name, JSON, "", content, List.of());
    }

    public static SubmissionBody csv(String name, String query, BodyPublisher content) {
        return new SubmissionBody(name, "text/csv", query, content, List.of());
    }

    /** @param rows for each line of the one breakdown the row of the file that it comes from */
    public static SubmissionBody of(Submission submission, List<Long> rows) {
        try {
            return new SubmissionBody(
                    submission.entity() + " " + submission.year(),
                    JSON,
                    "",
                    BodyPublishers.ofByteArray(Suite.JSON.writeValueAsBytes(submission)),
                    List.copyOf(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param named the row that the suite names in a finding, from 1 */
    long fileRow(long named) {
        return rows.isEmpty() || named < 1 || named > rows.size() ? named : rows.get((int) named - 1);
    }
}

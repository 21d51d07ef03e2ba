package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import org.undatacube.benchmarks.http.Connection;
import org.undatacube.benchmarks.http.Request;

/** The aggregation on a connection that is kept. */
final class ServiceContestant implements Contestant, Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EDITION = "Datacube-Edition";
    private static final int OK = 200;

    private final int port;
    private final Connection connection;

    /** Thrown where the service refuses a question. */
    static final class NotAnswered extends IOException {
        private static final long serialVersionUID = 1L;

        NotAnswered(Asked question, Connection.Response response) {
            super(question.target() + ": " + response.status() + " " + response.text());
        }
    }

    ServiceContestant(Suite suite) throws IOException {
        this.port = suite.port(Suite.AGGREGATION);
        this.connection = new Connection(port);
    }

    @Override
    public String name() {
        return "aggregation";
    }

    @Override
    public Answer ask(Asked question) throws IOException {
        Connection.Response response = connection.ask(Request.get(port, question.target()));
        if (response.status() != OK) {
            throw new NotAnswered(question, response);
        }
        return () -> Cells.of(question, JSON.readTree(response.text()));
    }

    /** The number of the edition that was the last when a question was answered. */
    long edition(Asked question) throws IOException {
        Connection.Response response = connection.ask(Request.get(port, question.target()));
        if (response.status() != OK) {
            throw new NotAnswered(question, response);
        }
        return Long.parseLong(response.header(EDITION).orElseThrow());
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}

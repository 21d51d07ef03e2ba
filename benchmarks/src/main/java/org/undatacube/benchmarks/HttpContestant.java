package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** A service of the suite that answers in JSON. */
record HttpContestant(String name, Suite suite, String service) implements Contestant {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Answer ask(Asked question) throws IOException, InterruptedException {
        String body = suite.get(service, question.target());
        return () -> Cells.of(question, JSON.readTree(body));
    }
}

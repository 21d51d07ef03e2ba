package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.aggregation.query.JsonQuestion;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;
import org.undatacube.http.ProblemCatalogue;

/** Questions of the expenses as an address has them, asked of a history that grows. */
final class AskedAsText implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    private final Engine engine;
    private final Answering answering;

    AskedAsText(Path folder, Members members, Published published, Clock clock) {
        engine = DuckDbEngine.open(new TestStore(folder));
        MemberHistory history = new MemberHistory();
        history.use(members);
        answering = new Answering(() -> BigDecimal.ONE, history, clock);
        take(published);
    }

    /** Takes in the editions that were published meanwhile. */
    void take(Published published) {
        try {
            for (EditionChange change : published.changes()) {
                if (change.edition() > engine.intake().catalogue().current().number()) {
                    engine.intake()
                            .takeIn(
                                    change,
                                    lines -> published.lines(change.edition()).forEach(lines));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode answer(String query) {
        return inquire(query, (snapshot, inquiry) -> written(inquiry.answer()));
    }

    /** The figures and keys of the cells, as {@code [{"year":2024,"amount":"1.00"}, …]}. */
    String cells(String query) {
        return answer(query).get("cells").toString();
    }

    String tag(String query) {
        return inquire(query, (snapshot, inquiry) -> inquiry.fingerprint());
    }

    JsonNode difference(String query) {
        Parameters parameters = new Parameters(given(query), ParameterNames.OF_A_COMPARISON);
        return engine.read(
                snapshot -> MAPPER.valueToTree(answering.compare(snapshot, Flow.EXPENSE, parameters, patience())));
    }

    Map<String, Object> refusal(String query) {
        return document(assertThrows(Problem.class, () -> answer(query), query));
    }

    Map<String, Object> refusedDifference(String query) {
        return document(assertThrows(Problem.class, () -> difference(query), query));
    }

    Map<String, Object> refusedBody(String body) {
        return document(assertThrows(
                Problem.class,
                () -> {
                    Parameters parameters =
                            JsonQuestion.read(body.getBytes(StandardCharsets.UTF_8), Answering.PARAMETERS);
                    engine.read(snapshot -> answering.inquire(snapshot, Flow.EXPENSE, parameters, patience()));
                },
                body));
    }

    private <T> T inquire(String query, BiFunction<Snapshot, Inquiry, T> use) {
        Parameters parameters = new Parameters(given(query), Answering.PARAMETERS);
        return engine.read(
                snapshot -> use.apply(snapshot, answering.inquire(snapshot, Flow.EXPENSE, parameters, patience())));
    }

    private static Patience patience() {
        return new Patience(Duration.ofMinutes(1));
    }

    private static Map<String, List<String>> given(String query) {
        Map<String, List<String>> given = new HashMap<>();
        for (String parameter : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
            int equals = parameter.indexOf('=');
            given.put(parameter.substring(0, equals), List.of(parameter.substring(equals + 1)));
        }
        return given;
    }

    private static Map<String, Object> document(Problem problem) {
        return new ProblemCatalogue("test", List.of()).document(problem, "/");
    }

    private static JsonNode written(Answer answer) {
        try {
            return MAPPER.readTree(new AnswerWriter(MAPPER, Path.of("target/written")).write(answer, Format.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}

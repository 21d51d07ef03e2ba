package org.undatacube.aggregation.answer;

import com.fasterxml.jackson.core.type.TypeReference;
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
import java.util.function.Function;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.query.JsonQuestion;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.codelists.Flow;

/** What is judged: an engine that is filled with a cube, and its answers as they are written. */
public final class Service {
    private static final BigDecimal TOLERANCE = BigDecimal.ONE;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();
    private static final AnswerWriter WRITER = new AnswerWriter(MAPPER, Path.of("target/written"));

    private final Engine engine;
    private final Answering answering;

    public Service(RandomCube cube, Engine engine) throws IOException {
        this.engine = engine;
        MemberHistory members = new MemberHistory();
        members.use(cube.members());
        this.answering = new Answering(() -> TOLERANCE, members, Clock.systemUTC());
        Intake intake = engine.intake();
        for (EditionChange change : cube.changes) {
            intake.takeIn(change, lines -> cube.linesOf(change).forEach(lines));
        }
    }

    JsonNode answer(Flow cube, Parameters question) {
        return engine.read(snapshot -> written(answering
                .inquire(snapshot, cube, question, new Patience(TIME_LIMIT))
                .answer()));
    }

    /** What is made of a question while the store is read. */
    public <T> T inquire(Flow cube, Parameters question, Function<Inquiry, T> use) {
        return engine.read(
                snapshot -> use.apply(answering.inquire(snapshot, cube, question, new Patience(TIME_LIMIT))));
    }

    private static JsonNode written(Answer answer) {
        try {
            return MAPPER.readTree(WRITER.write(answer, Format.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The question as it is understood. */
    Map<String, Object> canonical(Flow cube, Parameters question) {
        return engine.read(snapshot -> MAPPER.convertValue(
                answering
                        .inquire(snapshot, cube, question, new Patience(TIME_LIMIT))
                        .question(),
                new TypeReference<Map<String, Object>>() {}));
    }

    static Parameters asText(Map<String, ?> question) {
        Map<String, List<String>> given = new HashMap<>();
        question.forEach((name, text) -> given.put(name, List.of(text.toString())));
        return new Parameters(given, Answering.PARAMETERS);
    }

    static Parameters asJson(String question) {
        return JsonQuestion.read(question.getBytes(StandardCharsets.UTF_8), Answering.PARAMETERS);
    }
}

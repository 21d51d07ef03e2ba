package org.undatacube.aggregation.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** Right questions with a few characters changed: each is read, or refused with a problem that names a parameter. */
class FuzzedQuestionsTest {
    private static final int CASES = 1_000;

    static LongStream seeds() {
        return Seeds.of(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < CASES; number++) {
            Map<String, List<String>> parameters = new TreeMap<>();
            Mutations.mutateOne(Mutations.WHOLE_LANGUAGE, random)
                    .forEach((name, value) -> parameters.put(name, List.of(value)));
            read("seed " + seed + ": " + parameters, () -> new Parameters(parameters, ParameterNames.OF_A_QUESTION));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areReadOrRefusedAsJson(long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < CASES; number++) {
            String body = Mutations.mutate(Mutations.JSON, random);
            read(
                    "seed " + seed + ": " + body,
                    () -> JsonQuestion.read(body.getBytes(StandardCharsets.UTF_8), ParameterNames.OF_A_QUESTION));
        }
    }

    private interface Request {
        Parameters parameters();
    }

    private static void read(String what, Request request) {
        QuestionReader reader = new QuestionReader(Flow.EXPENSE, SampleLists.members(), Asked.PRESENT_YEAR);
        try {
            Question question = reader.read(request.parameters());
            assertEquals(question, Asked.text(text(question.canonical())), what);
        } catch (Problem problem) {
            Map<String, Object> document = Asked.document(problem);
            assertEquals(400, document.get("status"), what);
            assertTrue(document.containsKey("parameter") || document.containsKey("pointer"), what);
        } catch (RuntimeException fault) {
            fail(what, fault);
        }
    }

    private static String text(Question.Canonical canonical) {
        Map<String, Object> texts = new TreeMap<>();
        for (var component : Question.Canonical.class.getRecordComponents()) {
            try {
                texts.put(component.getName(), component.getAccessor().invoke(canonical));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        texts.values().removeIf(value -> value == null);
        return texts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }
}

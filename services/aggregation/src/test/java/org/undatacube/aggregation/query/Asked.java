package org.undatacube.aggregation.query;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;
import org.undatacube.http.ProblemCatalogue;

/** Questions of the sample's expenses, read without a service. */
final class Asked {
    static final int PRESENT_YEAR = 2030;

    private static final QuestionReader READER = new QuestionReader(Flow.EXPENSE, SampleLists.members(), PRESENT_YEAR);

    private Asked() {}

    /** @param query as in an address, but not percent-encoded */
    static Question text(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String parameter : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), List.of(parameter.substring(equals + 1)));
        }
        return READER.read(new Parameters(parameters, ParameterNames.OF_A_QUESTION));
    }

    static Question json(String body) {
        return READER.read(JsonQuestion.read(body.getBytes(StandardCharsets.UTF_8), ParameterNames.OF_A_QUESTION));
    }

    /** The problem document of a question that is refused. */
    static Map<String, Object> refusal(String query) {
        return document(assertThrows(Problem.class, () -> text(query), query));
    }

    /** The problem document of a body that is refused. */
    static Map<String, Object> jsonRefusal(String body) {
        return document(assertThrows(Problem.class, () -> json(body), body));
    }

    static Map<String, Object> document(Problem problem) {
        return new ProblemCatalogue("test", List.of()).document(problem, "/");
    }
}

package org.undatacube.aggregation.citation;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.query.JsonQuestion;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** The question that is to be cited. */
record CitationRequest(Flow cube, Parameters question) {
    static final String CUBE = "cube";
    static final String HREF = "href";

    private static final List<String> CUBES =
            Stream.of(Flow.values()).map(Flow::code).toList();
    /** Also how the answer is given, which says nothing of what is cited, so that any question can be cited as it is. */
    private static final List<String> OF_A_QUESTION = Stream.concat(
                    Answering.PARAMETERS.stream(),
                    Stream.of(ParameterNames.FORMAT, ParameterNames.LABELS, ParameterNames.LANGUAGE))
            .toList();

    private static final List<String> KNOWN =
            Stream.concat(Stream.of(CUBE, HREF), OF_A_QUESTION.stream()).toList();

    /** The address of a question, at whatever host; the question itself is not fetched. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://[^/?#]+)?/api/v1/cubes/(" + String.join("|", CUBES) + ")/aggregate/?(?:\\?([^#]*))?(?:#.*)?");

    private static final String EXPECTED_ADDRESS =
            "the address of a question, such as /api/v1/cubes/expense/aggregate?drilldown=sdg.goal";
    private static final int MOST_PARAMETERS = 100;

    /** @throws Problem where the body is neither a question with its cube nor the address of one */
    static CitationRequest read(byte[] body) {
        Parameters parameters = JsonQuestion.read(body, KNOWN);
        return parameters
                .text(HREF)
                .map(address -> ofAddress(address, parameters))
                .orElseGet(() -> new CitationRequest(
                        parameters
                                .word(CUBE, CUBES)
                                .flatMap(Flow::find)
                                .orElseThrow(() -> parameters.wrong(
                                        CUBE,
                                        "cube is missing: the cube that the question is asked of. Or give the address of"
                                                + " a question as href.",
                                        CUBES)),
                        parameters));
    }

    private static CitationRequest ofAddress(String address, Parameters parameters) {
        KNOWN.stream()
                .filter(name -> !name.equals(HREF) && parameters.has(name))
                .findFirst()
                .ifPresent(name -> {
                    throw parameters.wrong(
                            name, "href is the whole question, so there is no " + name + " beside it.", "href alone");
                });
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw parameters.wrong(HREF, "href is " + EXPECTED_ADDRESS + ".", EXPECTED_ADDRESS);
        }
        return new CitationRequest(Flow.of(matcher.group(1)), query(matcher.group(2), parameters));
    }

    private static Parameters query(String query, Parameters parameters) {
        try {
            return new Parameters(
                    new QueryStringDecoder(
                                    query == null ? "" : query, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true)
                            .parameters(),
                    OF_A_QUESTION);
        } catch (IllegalArgumentException e) {
            throw parameters.wrong(HREF, "The query of href is not percent-encoded text.", EXPECTED_ADDRESS);
        }
    }
}

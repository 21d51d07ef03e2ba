package org.undatacube.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.IdempotencyKey;

/** Declares for each operation the problems, and the answers to conditional requests, that all of its kind have. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public final class CommonAnswers implements OASFilter {
    private static final ProblemAnswer BAD_REQUEST = new ProblemAnswer(
            "BadRequest", CommonProblem.BAD_REQUEST, "A parameter or the body is wrong; the problem says where");
    private static final ProblemAnswer UNAUTHENTICATED = new ProblemAnswer(
            "Unauthenticated",
            CommonProblem.UNAUTHENTICATED,
            "Credentials are needed, or those that were sent are not good",
            Map.of("WWW-Authenticate", "Bearer, and what is wrong with what was sent"));
    private static final ProblemAnswer FORBIDDEN =
            new ProblemAnswer("Forbidden", CommonProblem.FORBIDDEN, "The key does not allow this");
    private static final ProblemAnswer NOT_FOUND =
            new ProblemAnswer("NotFound", CommonProblem.NOT_FOUND, "There is nothing at this address");
    private static final ProblemAnswer NOT_ACCEPTABLE = new ProblemAnswer(
            "NotAcceptable", CommonProblem.NOT_ACCEPTABLE, "Accept names no form that the answer can have");
    private static final ProblemAnswer AT_WORK = new ProblemAnswer(
            "AtWork", CommonProblem.IDEMPOTENCY_CONFLICT, "A request with the same Idempotency-Key is being answered");
    private static final ProblemAnswer CHANGED = new ProblemAnswer(
            "Changed", CommonProblem.PRECONDITION_FAILED, "It was changed since the version that If-Match names");
    private static final ProblemAnswer BODY_TOO_LARGE =
            new ProblemAnswer("BodyTooLarge", CommonProblem.BODY_TOO_LARGE, "The body is larger than the limit");
    private static final ProblemAnswer UNSUPPORTED_MEDIA_TYPE = new ProblemAnswer(
            "UnsupportedMediaType", CommonProblem.UNSUPPORTED_MEDIA_TYPE, "The body's Content-Type is not read here");
    private static final ProblemAnswer NO_SUCH_PART = new ProblemAnswer(
            "NoSuchPart", CommonProblem.RANGE_NOT_SATISFIABLE, "The file has no such part as Range asks for");
    private static final ProblemAnswer KEY_REUSED = new ProblemAnswer(
            "KeyReused", CommonProblem.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was sent with another request");
    private static final ProblemAnswer IF_MATCH_NEEDED =
            new ProblemAnswer("IfMatchNeeded", CommonProblem.PRECONDITION_REQUIRED, "If-Match is needed");
    private static final ProblemAnswer INTERNAL_ERROR =
            new ProblemAnswer("InternalError", CommonProblem.INTERNAL_ERROR, "A fault of ours, with its error id");
    private static final ProblemAnswer UNAVAILABLE = new ProblemAnswer(
            "Unavailable", CommonProblem.UNAVAILABLE, "A part of the suite that is needed does not answer at present");

    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String IF_MATCH = "If-Match";
    private static final String RANGE = "Range";
    private static final String NOT_MODIFIED = "304";
    private static final String PART = "206";
    private static final Set<String> CONDITIONAL = Set.of("200", NOT_MODIFIED);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    addHeaders(operation);
                    problems(path, operation).forEach(problem -> problem.addTo(document, operation));
                    operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                        if (status.startsWith("4") && answer.getRef() == null) {
                            ProblemAnswer.complete(document, answer);
                        }
                    });
                }));
    }

    private static List<ProblemAnswer> problems(String path, Operation operation) {
        List<ProblemAnswer> problems =
                new ArrayList<>(List.of(BAD_REQUEST, UNAUTHENTICATED, NOT_ACCEPTABLE, INTERNAL_ERROR, UNAVAILABLE));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            problems.add(FORBIDDEN);
        }
        if (path.contains("{")) {
            problems.add(NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(List.of(BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        }
        if (hasHeader(operation, IdempotencyKey.HEADER)) {
            problems.addAll(List.of(AT_WORK, KEY_REUSED));
        }
        if (hasHeader(operation, IF_MATCH)) {
            problems.addAll(List.of(CHANGED, IF_MATCH_NEEDED));
        }
        if (operation.getResponses().getAPIResponses().containsKey(NOT_MODIFIED)) {
            problems.add(CHANGED);
        }
        if (hasHeader(operation, RANGE)) {
            problems.add(NO_SUCH_PART);
        }
        return problems;
    }

    private static boolean hasHeader(Operation operation, String name) {
        return parameters(operation).anyMatch(parameter -> name.equalsIgnoreCase(parameter.getName()));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).stream().flatMap(List::stream);
    }

    /** Those of conditional requests (RFC 9110, 13) and of requests for a part (14), where the operation answers them. */
    private static void addHeaders(Operation operation) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        if (answers.containsKey(NOT_MODIFIED)) {
            request(
                    operation,
                    IF_NONE_MATCH,
                    "The ETag of an answer that you have: 304 where it still stands",
                    "\"1\"");
            answers.forEach((status, answer) -> {
                if (CONDITIONAL.contains(status)
                        && (answer.getHeaders() == null || !answer.getHeaders().containsKey("ETag"))) {
                    answer.addHeader(
                            "ETag",
                            OASFactory.createHeader()
                                    .description("Names this version of the answer")
                                    .schema(text()));
                }
            });
        }
        if (answers.containsKey(PART)) {
            request(operation, RANGE, "The part that is wanted", "bytes=0-999");
        }
    }

    private static void request(Operation operation, String header, String meaning, String example) {
        if (!hasHeader(operation, header)) {
            operation.addParameter(OASFactory.createParameter()
                    .name(header)
                    .in(Parameter.In.HEADER)
                    .description(meaning)
                    .example(example)
                    .schema(text()));
        }
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}

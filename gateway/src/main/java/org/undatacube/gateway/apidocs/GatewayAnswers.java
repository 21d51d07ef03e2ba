package org.undatacube.gateway.apidocs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.undatacube.gateway.problem.GatewayProblem;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.openapi.ProblemAnswer;

/** What the gateway answers to any operation in the place of a service. */
final class GatewayAnswers {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String SECONDS = "In how many seconds to ask again";
    private static final ProblemAnswer TOO_MANY = new ProblemAnswer(
            "TooManyRequests",
            GatewayProblem.TOO_MANY_REQUESTS,
            "The key, or the address, has asked more often than it may",
            Map.of(
                    RETRY_AFTER,
                    SECONDS,
                    "RateLimit",
                    "How much is left; every answer says it",
                    "RateLimit-Policy",
                    "How much may be asked in which time; every answer says it"));
    private static final ProblemAnswer BODY_TOO_SLOW =
            new ProblemAnswer("BodyTooSlow", GatewayProblem.BODY_TOO_SLOW, "The body came too slowly");
    private static final ProblemAnswer BROKEN_ANSWER =
            new ProblemAnswer("BrokenAnswer", GatewayProblem.BROKEN_ANSWER, "The service broke off before it answered");
    private static final ProblemAnswer UNAVAILABLE = new ProblemAnswer(
            "Away",
            CommonProblem.UNAVAILABLE,
            "The service, or something that it needs, does not answer at present",
            Map.of(RETRY_AFTER, SECONDS));
    private static final ProblemAnswer TIMEOUT =
            new ProblemAnswer("Timeout", GatewayProblem.TIMEOUT, "The service did not answer in time");
    private static final Map<String, String> UNREAD = Map.of(
            "414", "The address is longer than 8 KiB; there is no body",
            "431", "The headers are larger than 16 KiB; there is no body");

    private GatewayAnswers() {}

    static void addTo(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(operation -> {
                    problems(operation).forEach(problem -> problem.addTo(document, operation));
                    UNREAD.forEach((status, words) -> operation
                            .getResponses()
                            .addAPIResponse(
                                    status, OASFactory.createAPIResponse().description(words)));
                }));
    }

    private static List<ProblemAnswer> problems(Operation operation) {
        List<ProblemAnswer> problems = new ArrayList<>(List.of(TOO_MANY, BROKEN_ANSWER, UNAVAILABLE, TIMEOUT));
        if (operation.getRequestBody() != null) {
            problems.add(BODY_TOO_SLOW);
        }
        return problems;
    }
}

package org.undatacube.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.http.correlation.RequestId;

/**
 * A service's own problems. Each service produces one such bean.
 *
 * @param service the service's name, the middle part of its problems' addresses
 */
public record ProblemCatalogue(String service, List<ProblemType> types) {

    public ProblemCatalogue {
        types = List.copyOf(types);
    }

    /** A relative address that the service, and the gateway in front of it, answers with the problem's page. */
    public String address(ProblemType type) {
        return "/problems/" + service + "/" + type.slug();
    }

    /**
     * The document that is sent ({@code application/problem+json}). Its {@code requestId} is what the logs call the request.
     *
     * @param instance the path of the request that has the problem
     */
    public Map<String, Object> document(Problem problem, String instance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", address(problem.type()));
        document.put("title", problem.type().title());
        document.put("status", problem.type().status());
        document.put("detail", problem.getMessage());
        document.put("instance", instance);
        RequestId.current().ifPresent(id -> document.put(RequestId.KEY, id));
        document.putAll(problem.members());
        return document;
    }
}

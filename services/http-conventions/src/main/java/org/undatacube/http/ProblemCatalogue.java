package org.undatacube.http;

import java.util.List;

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
}

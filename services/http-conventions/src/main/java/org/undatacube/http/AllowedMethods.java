package org.undatacube.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;

/**
 * Which methods an address has, as an answer 405 must say (RFC 9110, 15.5.6). The framework knows, but leaves the header
 * out; so its own tables are asked.
 */
@ApplicationScoped
class AllowedMethods {
    private static final String GET = "GET";
    private static final String WITH_EVERY_GET = "HEAD";
    private static final String ANSWERED_EVERYWHERE = "OPTIONS";

    /** Of the address that is asked at present, by name. */
    Set<String> ofPresentRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        RequestMapper<InitialMatch> classes =
                new RequestMapper<>(new ArrayList<>(request.getDeployment().getClassMappers()));
        String path = request.getPathWithoutPrefix();
        Set<String> methods = new TreeSet<>();
        RequestMatch<InitialMatch> match = classes.map(path);
        while (match != null) {
            String rest = match.remaining.isEmpty() ? "/" : match.remaining;
            Stream.of(match.value.handlers)
                    .filter(ClassRoutingHandler.class::isInstance)
                    .map(ClassRoutingHandler.class::cast)
                    .forEach(routing -> routing.getMappers().entrySet().stream()
                            .filter(mapper -> mapper.getValue().map(rest) != null)
                            .map(mapper -> mapper.getKey())
                            .filter(Objects::nonNull)
                            .forEach(methods::add));
            match = classes.continueMatching(path, match);
        }
        if (methods.contains(GET)) {
            methods.add(WITH_EVERY_GET);
        }
        methods.add(ANSWERED_EVERYWHERE);
        return methods;
    }
}

package org.undatacube.gateway.connection;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where requests come from. */
@ApplicationScoped
public class Origins {
    private static final Pattern FOR = Pattern.compile(
            "(?:^|;)\\s*for=\"?(\\[[^\\]]*]|[^\\s\";:]*+)(?::\\d++)?\"?\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile("^(\\[.*]|[\\d.]+):\\d+$");

    private final List<Network> trusted;

    Origins(ConnectionConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(Network::new)
                .toList();
    }

    /**
     * The address of the client, in figures: that of the connection or, where that is a trusted proxy's, the last one that
     * such a proxy names and that is not itself one. What stands before it in the header anybody can have made up.
     */
    public String of(HttpServerRequest request) {
        String nearest = request.remoteAddress().hostAddress();
        if (trusted.isEmpty() || !isTrusted(nearest)) {
            return nearest;
        }
        List<String> named = named(request.headers());
        for (int i = named.size() - 1; i >= 0; i--) {
            if (!Network.isAddress(named.get(i))) {
                return nearest;
            }
            nearest = named.get(i);
            if (!isTrusted(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** From the client to the nearest. */
    private static List<String> named(MultiMap headers) {
        List<String> standard = headers.getAll("Forwarded");
        return standard.isEmpty()
                ? elements(headers.getAll("X-Forwarded-For"))
                        .map(element -> bare(PORT.matcher(element).replaceFirst("$1")))
                        .toList()
                : elements(standard).map(Origins::forwardedFor).toList();
    }

    private static Stream<String> elements(List<String> lines) {
        return lines.stream().flatMap(line -> Stream.of(line.split(",", -1))).map(String::strip);
    }

    private static String forwardedFor(String element) {
        return FOR.matcher(element)
                .results()
                .findFirst()
                .map(match -> bare(match.group(1)))
                .orElse("");
    }

    private static String bare(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }
}

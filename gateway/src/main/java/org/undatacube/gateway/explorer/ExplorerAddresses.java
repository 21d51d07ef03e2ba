package org.undatacube.gateway.explorer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Which addresses are the explorer's. The table of its pages, which says more, is {@code web/app/shell/routes.ts}. */
public final class ExplorerAddresses {
    /** The first page. */
    public static final String HOME = "/";

    /** What its other addresses begin with. */
    public static final List<String> BEGINNINGS = List.of("/about", "/cite", "/explore", "/profiles", "/submit");

    /** The files that it is made of. */
    public static final String FILES = "/static";

    private static final List<String> OTHERS =
            List.of("/api", "/docs", "/health", "/openapi", "/problems", "/q", SignInResource.PATH, "/status", FILES);

    private ExplorerAddresses() {}

    /** Whether it leads to a page of the explorer, and nowhere else. */
    static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getScheme() == null
                    && address.getRawAuthority() == null
                    && isPage(address.normalize().getPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isPage(String path) {
        return path.equals(HOME) || isBelow(BEGINNINGS, path);
    }

    /** Whether a reader who came to the path by a wrong link is better helped by a page than by a problem document. */
    static boolean isNobodys(String path) {
        return !isPage(path) && !isBelow(OTHERS, path) && path.lastIndexOf('.') < path.lastIndexOf('/');
    }

    private static boolean isBelow(List<String> beginnings, String path) {
        return beginnings.stream()
                .anyMatch(beginning -> path.startsWith(beginning)
                        && (path.length() == beginning.length() || path.charAt(beginning.length()) == '/'));
    }
}

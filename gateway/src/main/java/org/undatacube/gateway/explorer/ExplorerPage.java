package org.undatacube.gateway.explorer;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.undatacube.http.Language;
import org.undatacube.http.Problem;

/**
 * The application's one page of HTML, at each of its addresses; the application shows there what the address says. It is
 * marked with the language that the reader prefers, which the application changes where the reader has chosen another.
 */
@ApplicationScoped
class ExplorerPage {
    /**
     * Scripts, styles, fonts and data of this origin alone; images also within a style. Nothing inline is needed: the
     * application sets what it computes through the style objects, which this does not restrict.
     */
    static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Asked again each time, as it names the files of the version that runs; it is small and mostly not sent again. */
    private static final String CACHING = "no-cache";

    private final Template template;
    private final boolean hasProvider;
    private final Map<Language, Compressed> pages = new EnumMap<>(Language.class);

    /** @param hasProvider whether people can sign in with an account of an OpenID Connect provider */
    ExplorerPage(
            @Location("explorer.html") Template template,
            @ConfigProperty(name = "quarkus.oidc.explorer.tenant-enabled") boolean hasProvider) {
        this.template = template;
        this.hasProvider = hasProvider;
    }

    void register(@Observes Router router) {
        for (Language language : Language.values()) {
            pages.put(language, page(language));
        }
        router.route(ExplorerAddresses.HOME).handler(this::show);
        for (String beginning : ExplorerAddresses.BEGINNINGS) {
            router.route(beginning).handler(this::show);
            router.route(beginning + "/*").handler(this::show);
        }
        router.route().handler(this::showWayOut);
    }

    private Compressed page(Language language) {
        ExplorerWords words = ExplorerWords.of(language);
        String html = template.data("language", language.code())
                .data("direction", language == Language.ARABIC ? "rtl" : "ltr")
                .data("words", words)
                .data("signIn", hasProvider ? SignInResource.PATH : null)
                .render();
        return Compressed.of(html.getBytes(StandardCharsets.UTF_8));
    }

    private void show(RoutingContext context) {
        if (isReading(context)) {
            answer(context, HttpResponseStatus.OK);
        } else {
            context.next();
        }
    }

    /** Where there is nothing, whoever looks gets the application too, which says so and leads on. */
    private void showWayOut(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaderNames.ACCEPT);
        if (isReading(context)
                && accept != null
                && accept.contains("text/html")
                && ExplorerAddresses.isNobodys(context.normalizedPath())) {
            answer(context, HttpResponseStatus.NOT_FOUND);
        } else {
            context.next();
        }
    }

    private static boolean isReading(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private void answer(RoutingContext context, HttpResponseStatus status) {
        Compressed page = pages.get(language(context));
        HttpServerResponse response = context.response();
        response.setStatusCode(status.code())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, CACHING)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader(HttpHeaderNames.VARY, "Accept, Accept-Encoding, Accept-Language");
        page.send(context);
    }

    private static Language language(RoutingContext context) {
        String accepted = context.request().getHeader(HttpHeaderNames.ACCEPT_LANGUAGE);
        try {
            return Language.wanted(context.request().getParam("lang"), accepted).orElse(Language.ENGLISH);
        } catch (Problem unknownLanguage) {
            return Language.wanted(null, accepted).orElse(Language.ENGLISH);
        }
    }
}

package org.undatacube.aggregation.ask;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.http.EntityTags;
import org.undatacube.http.Language;
import org.undatacube.http.Problem;

/** Views of several answers as HTTP sends them: with a strong tag, made only for who does not have it. */
public final class ViewResponses {
    /** As long as an answer of the past. */
    private static final int SECONDS_FOR_THE_PAST = 3_600;

    private ViewResponses() {}

    /**
     * @param tag of what would be made, without quotes and without its language
     * @param language of the names in it
     * @param asked the edition that was asked; empty where the view is of none
     * @param isPast whether that edition was asked by its number, so that the view never changes
     */
    public static Response of(
            HttpHeaders headers,
            String tag,
            Language language,
            Optional<Edition> asked,
            boolean isPast,
            String contentType,
            Supplier<Object> view) {
        String tagged = language == Language.ENGLISH ? tag : tag + "-" + language.code();
        EntityTags known = EntityTags.of(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        Response.ResponseBuilder response =
                known.include(tagged) ? Response.notModified() : Response.ok(view.get(), contentType);
        asked.ifPresent(edition -> response.header("Datacube-Edition", edition.number()));
        boolean mayBeKept = isPast
                && asked.filter(edition -> edition.number() != Edition.NONE.number())
                        .isPresent();
        return response.tag(tagged)
                .cacheControl(caching(mayBeKept))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /**
     * As {@code lang=} says, else as is accepted; English where nothing is said.
     *
     * @throws Problem where it is none of the six
     */
    public static Language language(Parameters parameters, HttpHeaders headers) {
        return parameters
                .word(ParameterNames.LANGUAGE, Language.codes())
                .flatMap(Language::find)
                .or(() -> Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElse(Language.ENGLISH);
    }

    private static CacheControl caching(boolean mayBeKept) {
        CacheControl caching = new CacheControl();
        caching.setNoTransform(false);
        if (mayBeKept) {
            caching.setMaxAge(SECONDS_FOR_THE_PAST);
        } else {
            caching.setNoCache(true);
        }
        return caching;
    }
}

package org.undatacube.gateway.explorer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.gateway.Suite;
import org.undatacube.http.OpenIdProvider;
import org.undatacube.http.OpenIdSignIn;
import org.undatacube.http.OpenIdSignIn.Account;

/** A browser's way to the provider and back, redirect by redirect. */
@QuarkusTest
@TestProfile(SignInTest.WithProvider.class)
@QuarkusTestResource(Suite.class)
class SignInTest {
    private static final OpenIdProvider PROVIDER = OpenIdProvider.start();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @TestHTTPResource("/")
    URI gateway;

    public static final class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.explorer.tenant-enabled",
                    "true",
                    "quarkus.oidc.explorer.auth-server-url",
                    PROVIDER.issuer(),
                    "quarkus.oidc.explorer.credentials.secret",
                    OpenIdSignIn.SECRET);
        }
    }

    @BeforeEach
    void reset() {
        PROVIDER.signIn().as(new Account("a1", List.of("preparer"), "UPU", 3600));
    }

    @Test
    void leadsToTheProviderAndBackToWhereTheyWere() throws Exception {
        HttpResponse<String> away = get("/sign-in?to=/submit/new");
        assertEquals(302, away.statusCode(), away::body);
        assertTrue(location(away).getRawQuery().contains("code_challenge_method=S256"), location(away)::toString);

        HttpResponse<String> back = follow(accepted(away));
        assertEquals("/submit/new", location(back).getPath());

        HttpResponse<String> token = get("/sign-in/token");
        assertEquals(200, token.statusCode(), token::body);
        assertTrue(token.headers().firstValue("Cache-Control").orElseThrow().contains("no-store"));
        assertEquals(3, token(token).split("\\.").length, token::body);
    }

    @Test
    void keepsWhoSignedInWhereNoScriptAndNoOtherPathSeesIt() throws Exception {
        signIn();

        List<HttpCookie> kept = cookies.getCookieStore().getCookies();
        assertFalse(kept.isEmpty());
        for (HttpCookie cookie : kept) {
            assertTrue(cookie.isHttpOnly(), cookie::getName);
            assertEquals("/sign-in", cookie.getPath(), cookie::getName);
            assertFalse(cookie.getValue().contains("eyJhbGciOiJSUzI1NiI"), "signed and not encrypted");
        }
    }

    @Test
    void renewsATokenThatEndsSoonUntilTheProviderDoesNot() throws Exception {
        PROVIDER.signIn().as(new Account("a2", List.of("preparer"), "UPU", 30));
        signIn();
        String first = token(get("/sign-in/token"));
        String second = token(get("/sign-in/token"));
        assertNotEquals(first, second);

        PROVIDER.signIn().endSessions();
        assertNotEquals(200, get("/sign-in/token").statusCode());
        HttpResponse<String> again = get("/sign-in?to=/submit/new");
        HttpResponse<String> away = get(location(again));
        assertEquals("/submit/new", location(follow(accepted(away))).getPath());
        assertEquals(200, get("/sign-in/token").statusCode());
    }

    @Test
    void renewsOnceForAllWhoAskAtOnce() throws Exception {
        PROVIDER.signIn().as(new Account("a3", List.of("preparer"), "UPU", 30));
        signIn();
        int renewals = PROVIDER.signIn().renewals();

        PROVIDER.signIn().pause();
        List<CompletableFuture<HttpResponse<String>>> asked;
        try {
            asked = Stream.generate(this::askForToken).limit(5).toList();
            await().until(PROVIDER.signIn()::isWaitedFor);
        } finally {
            PROVIDER.signIn().goOn();
        }

        Set<String> tokens = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> answer : asked) {
            assertEquals(200, answer.get().statusCode(), answer.get()::body);
            assertTrue(answer.get().headers().firstValue("Set-Cookie").isPresent(), "goes on with the new session");
            tokens.add(token(answer.get()));
        }
        assertEquals(1, tokens.size());
        assertEquals(renewals + 1, PROVIDER.signIn().renewals());
        assertEquals(200, get("/sign-in/token").statusCode());
    }

    @Test
    void givesTheNewSessionToWhoComesInPlaceOfOneWhoHasGone() throws Exception {
        PROVIDER.signIn().as(new Account("a4", List.of("preparer"), "UPU", 30));
        signIn();
        int renewals = PROVIDER.signIn().renewals();

        PROVIDER.signIn().pause();
        try {
            CompletableFuture<HttpResponse<String>> gone = askForToken();
            await().until(PROVIDER.signIn()::isWaitedFor);
            gone.cancel(true);
        } finally {
            PROVIDER.signIn().goOn();
        }
        await().until(() -> PROVIDER.signIn().renewals() > renewals);

        assertEquals(200, get("/sign-in/token").statusCode());
        assertEquals(200, get("/sign-in/token").statusCode());
    }

    @Test
    void hasNoTokenForWhoHasNotSignedIn() throws Exception {
        assertEquals(204, get("/sign-in/token").statusCode());
    }

    @Test
    void tellsWhoWasNotLetIn() throws Exception {
        HttpResponse<String> away = get("/sign-in");

        HttpResponse<String> back = follow(
                PROVIDER.issuer() + "/authorization/refused?" + location(away).getRawQuery());

        assertEquals("/submit?sign-in=failed", location(back).toString().replaceFirst("^http://[^/]+", ""));
        assertEquals(204, get("/sign-in/token").statusCode());
    }

    @Test
    void signsOutAtTheProviderToo() throws Exception {
        signIn();

        HttpResponse<String> away = get("/sign-in/out");
        assertTrue(location(away).toString().startsWith(PROVIDER.issuer() + "/end?"), location(away)::toString);
        assertEquals("/submit", location(get(location(away))).getPath());
        assertEquals(204, get("/sign-in/token").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "//elsewhere.example/submit, /submit",
        "https://elsewhere.example/submit, /submit",
        "/\\elsewhere.example, /submit",
        "/submit/../../elsewhere, /submit",
        "javascript:alert(1), /submit",
        "/explore, /explore",
        "/submit/submissions/1?view=lines, /submit/submissions/1?view=lines"
    })
    void leadsToThePagesOfTheExplorerOnly(String to, String led) throws Exception {
        HttpResponse<String> away = get("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));

        assertEquals(
                led, follow(accepted(away)).headers().firstValue("Location").orElseThrow());
    }

    @Test
    void tellsTheExplorerThatThereIsAProvider() throws Exception {
        assertTrue(get("/submit").body().contains("<meta name=\"sign-in\" content=\"/sign-in\">"));
    }

    private void signIn() throws Exception {
        follow(accepted(get("/sign-in")));
    }

    private static String accepted(HttpResponse<String> away) {
        return PROVIDER.issuer() + "/authorization/accepted?" + location(away).getRawQuery();
    }

    /** Redirects of the provider, and of the gateway to itself, until one leads elsewhere. */
    private HttpResponse<String> follow(String address) throws Exception {
        HttpResponse<String> answer = get(URI.create(address));
        while (location(answer).getPath().equals("/sign-in")
                || location(answer).getPath().startsWith("/sign-in/")) {
            answer = get(location(answer));
        }
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(gateway.resolve(path));
    }

    private CompletableFuture<HttpResponse<String>> askForToken() {
        return browser.sendAsync(
                HttpRequest.newBuilder(gateway.resolve("/sign-in/token")).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.uri()
                .resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(answer.statusCode() + ": " + answer.body())));
    }

    private static String token(HttpResponse<String> answer) {
        return JsonPath.from(answer.body()).getString("token");
    }
}

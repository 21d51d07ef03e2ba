package org.undatacube.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * The pages where somebody signs in at an {@link OpenIdProvider}: the authorization code flow with PKCE (RFC 6749, 4.1; RFC
 * 7636), refresh tokens, and signing out.
 */
public final class OpenIdSignIn {
    /** What the provider and its client both know. */
    public static final String SECRET = "a secret of the explorer that is long enough to encrypt with";

    private final OpenIdProvider provider;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Account> refreshable = new ConcurrentHashMap<>();
    private final AtomicInteger renewals = new AtomicInteger();
    private final Semaphore renewing = new Semaphore(1);
    private volatile Account account = new Account("nobody", List.of(), null, 3600);

    /** @param seconds how long access tokens are good */
    public record Account(String subject, List<String> roles, String entity, int seconds) {}

    OpenIdSignIn(OpenIdProvider provider, HttpServer server) {
        this.provider = provider;
        server.createContext("/authorization", this::ask);
        server.createContext("/authorization/accepted", this::accept);
        server.createContext("/authorization/refused", exchange -> goBack(exchange, "error=access_denied"));
        server.createContext("/token", this::giveTokens);
        server.createContext("/end", this::end);
    }

    /** Who will have signed in. */
    public void as(Account itsAccount) {
        account = itsAccount;
    }

    /** How often a refresh token was exchanged. */
    public int renewals() {
        return renewals.get();
    }

    /** Whoever renews a token waits until {@link #goOn}. */
    public void pause() {
        renewing.acquireUninterruptibly();
    }

    /** Whether somebody waits to renew a token. */
    public boolean isWaitedFor() {
        return renewing.hasQueuedThreads();
    }

    public void goOn() {
        renewing.release();
    }

    /** No refresh token is good any more. */
    public void endSessions() {
        refreshable.clear();
    }

    private void ask(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        OpenIdProvider.answer(exchange, 200, "text/html", """
                <!DOCTYPE html><title>Your organisation</title><link rel="icon" href="data:,">
                <p><a href="/authorization/accepted?%1$s">Let me in</a></p>
                <p><a href="/authorization/refused?%1$s">Go back</a></p>""".formatted(query.replace("&", "&amp;")));
    }

    private void accept(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method"))) {
            OpenIdProvider.answer(exchange, 400, "text/plain", "No code challenge");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        goBack(exchange, "code=" + code);
    }

    private static void goBack(HttpExchange exchange, String with) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        redirect(exchange, asked.get("redirect_uri") + "?" + with + "&state=" + encoded(asked.get("state")));
    }

    private void giveTokens(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String credentials = exchange.getRequestHeaders().getFirst("Authorization");
        boolean isClient = credentials != null
                && new String(
                                Base64.getDecoder().decode(credentials.substring("Basic ".length())),
                                StandardCharsets.UTF_8)
                        .endsWith(":" + SECRET);
        if (isClient && "refresh_token".equals(form.get("grant_type"))) {
            renewing.acquireUninterruptibly();
            renewing.release();
            Account owner = refreshable.remove(form.get("refresh_token"));
            if (owner != null) {
                renewals.incrementAndGet();
                giveTokens(exchange, owner, null);
                return;
            }
        } else if (isClient) {
            Map<String, String> asked = codes.remove(form.get("code"));
            if (asked != null
                    && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                    && asked.get("code_challenge").equals(challenge(form.get("code_verifier")))) {
                giveTokens(exchange, account, asked.get("nonce"));
                return;
            }
        }
        OpenIdProvider.answer(exchange, 400, "application/json", "{\"error\": \"invalid_grant\"}");
    }

    private void giveTokens(HttpExchange exchange, Account owner, String nonce) throws IOException {
        JwtClaims access = provider.claims(owner.subject(), owner.roles(), owner.entity());
        NumericDate ending = NumericDate.now();
        ending.addSeconds(owner.seconds());
        access.setExpirationTime(ending);
        access.setJwtId(UUID.randomUUID().toString());
        JwtClaims identity = provider.claims(owner.subject(), List.of(), null);
        identity.setAudience("undatacube-explorer");
        identity.setExpirationTime(ending);
        if (nonce != null) {
            identity.setStringClaim("nonce", nonce);
        }
        // as those of most providers, it can be read by nobody else
        String refresh = UUID.randomUUID().toString();
        refreshable.put(refresh, owner);
        OpenIdProvider.answer(exchange, 200, "application/json", """
                {"token_type": "Bearer", "expires_in": %d, "access_token": "%s", "id_token": "%s", "refresh_token": "%s"}""".formatted(
                        owner.seconds(), provider.sign(access), provider.sign(identity), refresh));
    }

    private void end(HttpExchange exchange) throws IOException {
        endSessions();
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        redirect(exchange, asked.get("post_logout_redirect_uri") + "?state=" + encoded(asked.get("state")));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (some, other) -> other));
    }

    private static String encoded(String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

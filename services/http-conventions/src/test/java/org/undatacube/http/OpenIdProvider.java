package org.undatacube.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * A small OpenID Connect provider: its description, its keys and its pages over HTTP, and tokens as a test wants
 * them, right or wrong.
 */
public final class OpenIdProvider implements AutoCloseable {
    /** Whom good tokens are meant for. */
    public static final String AUDIENCE = "undatacube";

    private static final String JSON = "application/json";

    private final HttpServer server;
    private final OpenIdSignIn signIn;
    private final List<RsaJsonWebKey> keys = new CopyOnWriteArrayList<>();

    private volatile boolean isAway;

    private OpenIdProvider(HttpServer server) {
        this.server = server;
        keys.add(newKey());
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, JSON, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "introspection_endpoint": "%1$s/introspection", "authorization_endpoint": "%1$s/authorization",
                 "end_session_endpoint": "%1$s/end"}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, isAway ? 503 : 200, JSON, publicKeys()));
        signIn = new OpenIdSignIn(this, server);
        server.start();
    }

    public static OpenIdProvider start() {
        try {
            return new OpenIdProvider(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where people sign in. */
    public OpenIdSignIn signIn() {
        return signIn;
    }

    /** Of a good token for an hour. */
    public JwtClaims claims(String subject, List<String> roles, String entity) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setStringListClaim("groups", roles);
        if (entity != null) {
            claims.setStringClaim("entity", entity);
        }
        return claims;
    }

    public String token(String subject, List<String> roles, String entity) {
        return sign(claims(subject, roles, entity));
    }

    /** With the newest key. */
    public String sign(JwtClaims claims) {
        return sign(claims, keys.get(keys.size() - 1));
    }

    /** With a key that calls itself as ours does, but is not. */
    public String forge(JwtClaims claims) {
        RsaJsonWebKey other = newKey();
        other.setKeyId(keys.get(keys.size() - 1).getKeyId());
        return sign(claims, other);
    }

    /** With nothing at all: {@code alg} is {@code none}. */
    public static String unsigned(JwtClaims claims) {
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims.toJson()) + ".";
    }

    /** With the public key as if it were a shared secret, which verifiers that trust {@code alg} fall for. */
    public String signWithThePublicKey(JwtClaims claims) {
        RsaJsonWebKey key = keys.get(keys.size() - 1);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return serialized(signature);
    }

    /** Signs with a new key from now on. */
    public void rotate() {
        keys.add(newKey());
    }

    /** @param away whether its keys cannot be had */
    public void keepKeys(boolean away) {
        isAway = away;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String publicKeys() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static String sign(JwtClaims claims, RsaJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key.getPrivateKey());
        return serialized(signature);
    }

    private static String serialized(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

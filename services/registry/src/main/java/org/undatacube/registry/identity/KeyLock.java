package org.undatacube.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Locks private keys with a secret that is not where they are kept: JSON Web Encryption (RFC 7516), AES-256-GCM. */
@ApplicationScoped
class KeyLock {
    private static final Pattern SECRET = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final AlgorithmConstraints DIRECT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);
    private static final AlgorithmConstraints AES_256_GCM =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private final SecretKey secret;

    /** @throws IllegalStateException where there is no secret or it is no such one; says what to do */
    KeyLock(SigningConfig config) {
        String digits = config.secret()
                .or(() -> config.secretFile().map(KeyLock::read))
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The secret that locks signing keys is missing: set datacube.registry.signing.secret-file, or"
                                        + " datacube.registry.signing.secret, to 64 hexadecimal digits (openssl rand -hex 32)."));
        if (!SECRET.matcher(digits).matches()) {
            throw new IllegalStateException("The secret that locks signing keys (datacube.registry.signing.secret or"
                    + " …secret-file) should be 64 hexadecimal digits, as openssl rand -hex 32 prints them.");
        }
        this.secret = new SecretKeySpec(HexFormat.of().parseHex(digits), "AES");
    }

    String lock(String privateKey) {
        JsonWebEncryption box = box();
        box.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        box.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        box.setPayload(privateKey);
        try {
            return box.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("This Java cannot lock with AES-256-GCM", e);
        }
    }

    /** Empty where it was locked with another secret. */
    Optional<String> open(String locked) {
        JsonWebEncryption box = box();
        try {
            box.setCompactSerialization(locked);
            return Optional.of(box.getPayload());
        } catch (JoseException otherSecret) {
            return Optional.empty();
        }
    }

    private JsonWebEncryption box() {
        JsonWebEncryption box = new JsonWebEncryption();
        box.setAlgorithmConstraints(DIRECT);
        box.setContentEncryptionAlgorithmConstraints(AES_256_GCM);
        box.setKey(secret);
        return box;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret that locks signing keys cannot be read from " + file, e);
        }
    }
}

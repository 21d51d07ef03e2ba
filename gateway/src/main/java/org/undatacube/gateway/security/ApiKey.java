package org.undatacube.gateway.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key in the form that the registry gives out: {@code udc_} and 8 characters that name it, {@code _} and 32 that are
 * secret, then 6 that are the CRC32 of all before. The checksum tells a mistyped key without asking anybody.
 */
final class ApiKey {
    private static final Pattern FORM = Pattern.compile("(udc_[0-9A-Za-z]{8}_[0-9A-Za-z]{32})([0-9A-Za-z]{6})");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CHECKSUM_LENGTH = 6;

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /** Empty where the text is not a key in form or its checksum is wrong. */
    static Optional<ApiKey> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && checksum(matcher.group(1)).equals(matcher.group(2))
                ? Optional.of(new ApiKey(text))
                : Optional.empty();
    }

    static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        char[] digits = new char[CHECKSUM_LENGTH];
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }

    /** The key itself: for the registry only, never for a log. */
    String secret() {
        return text;
    }

    /** Stands for the key where it has to be remembered: SHA-256, in hexadecimal. */
    String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

package org.undatacube.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its owner has it: {@code udc_}, 8 characters that name it, {@code _}, 32 that are secret, and the CRC32 of all
 * before, by which scanners tell a key from what only looks like one and a mistyped key is known without asking
 * anybody. Never printed: {@link #toString} gives the name alone.
 *
 * @param id the public part
 * @param text the whole key
 */
public record ApiKey(String id, String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("(udc_([0-9A-Za-z]{8})_[0-9A-Za-z]{32})([0-9A-Za-z]{6})");

    public static ApiKey generate(SecureRandom random) {
        String id = letters(random, ID_LENGTH);
        String body = "udc_" + id + "_" + letters(random, SECRET_LENGTH);
        return new ApiKey(id, body + checksum(body));
    }

    /** Empty where the text does not have the form of a key or its checksum is wrong. */
    public static Optional<ApiKey> parse(String text) {
        Matcher key = FORM.matcher(text);
        return key.matches() && checksum(key.group(1)).equals(key.group(3))
                ? Optional.of(new ApiKey(key.group(2), text))
                : Optional.empty();
    }

    /** Stands for the key where it has to be remembered: SHA-256, in hexadecimal. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "key " + id;
    }

    /** The last characters of a key of which {@code body} is all before. */
    public static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECKSUM_LENGTH];
        long rest = crc.getValue();
        for (int place = CHECKSUM_LENGTH - 1; place >= 0; place--) {
            digits[place] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(digits);
    }

    private static String letters(SecureRandom random, int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}

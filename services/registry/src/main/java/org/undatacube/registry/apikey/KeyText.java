package org.undatacube.registry.apikey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.undatacube.registry.Fingerprint;

/**
 * A key as its owner has it: {@code udc_}, an identifier, {@code _}, a secret, and a checksum of all before it, by
 * which scanners tell a key from what only looks like one. Never printed: {@link #toString} gives the identifier.
 *
 * @param id the public part
 * @param text the whole key
 */
record KeyText(String id, String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("(udc_([0-9A-Za-z]{8})_[0-9A-Za-z]{32})([0-9A-Za-z]{6})");

    static KeyText generate(SecureRandom random) {
        String id = letters(random, ID_LENGTH);
        String body = "udc_" + id + "_" + letters(random, SECRET_LENGTH);
        return new KeyText(id, body + checksum(body));
    }

    /** Empty where the text does not have the form of a key or its checksum is wrong. */
    static Optional<KeyText> parse(String text) {
        Matcher key = FORM.matcher(text);
        return key.matches() && checksum(key.group(1)).equals(key.group(3))
                ? Optional.of(new KeyText(key.group(2), text))
                : Optional.empty();
    }

    /** What is stored in the key's place. */
    String hash() {
        return Fingerprint.of(text);
    }

    @Override
    public String toString() {
        return "key " + id;
    }

    private static String letters(SecureRandom random, int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    static String checksum(String body) {
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
}

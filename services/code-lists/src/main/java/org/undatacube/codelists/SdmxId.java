package org.undatacube.codelists;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The identifier that a code has in SDMX, where only letters, digits and {@code _ @ $ -} may be in one: {@code 8.10} is
 * {@code 8_10}, {@code UN Tourism} is {@code UN@Tourism}, {@code G&I} is {@code G$26I}. A dot and a blank have a
 * character of their own, every other byte (UTF-8) that may not stand for itself is {@code $} and two hexadecimal digits.
 * So two codes never have one identifier, and the identifier gives the code back. No code has SDMX's identifier of a total.
 */
public final class SdmxId {
    /** What SDMX takes as an identifier. */
    public static final Pattern FORM = Pattern.compile("[A-Za-z0-9_@$-]+");

    /** SDMX's identifier of the total of all codes, in every code list. */
    public static final String TOTAL = "_T";

    /** The code that would have it, as no code is likely to be. */
    private static final String CODE_LIKE_TOTAL = ".T";

    private static final String ID_LIKE_TOTAL = "$2ET";

    private static final Pattern KEPT = Pattern.compile("[A-Za-z0-9-]");
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();
    private static final int BYTE_LENGTH = 2;

    private SdmxId() {}

    public static String of(String code) {
        if (code.equals(CODE_LIKE_TOTAL)) {
            return ID_LIKE_TOTAL;
        }
        StringBuilder id = new StringBuilder();
        for (byte octet : code.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (KEPT.matcher(String.valueOf(character)).matches()) {
                id.append(character);
            } else if (character == '.') {
                id.append('_');
            } else if (character == ' ') {
                id.append('@');
            } else {
                id.append('$').append(HEXADECIMAL.toHexDigits(octet));
            }
        }
        return id.toString();
    }

    /**
     * The code that has this identifier.
     *
     * @throws IllegalArgumentException where no code has it
     */
    public static String code(String id) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        for (int place = 0; place < id.length(); place++) {
            char character = id.charAt(place);
            if (character == '$') {
                int end = Math.min(place + 1 + BYTE_LENGTH, id.length());
                code.writeBytes(HEXADECIMAL.parseHex(id, place + 1, end));
                place += BYTE_LENGTH;
            } else {
                code.write(character == '_' ? '.' : character == '@' ? ' ' : character);
            }
        }
        String decoded = code.toString(StandardCharsets.UTF_8);
        if (!of(decoded).equals(id)) {
            throw new IllegalArgumentException("no code has the identifier " + id);
        }
        return decoded;
    }
}

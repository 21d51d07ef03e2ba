package org.undatacube.registry.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in UTF-8 that some program took for Windows-1252 and saved again: {@code CuraÃ§ao} for {@code Curaçao}. */
final class Mojibake {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    // what the bytes of one character of UTF-8 look like in Windows-1252: the first says how many follow
    private static final String FOLLOWING = "[\\u0080-\\u00BF\\u0152\\u0153\\u0160\\u0161\\u0178\\u017D\\u017E\\u0192"
            + "\\u02C6\\u02DC\\u2013\\u2014\\u2018-\\u201A\\u201C-\\u201E\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203A\\u20AC"
            + "\\u2122]";
    private static final Pattern TWISTED = Pattern.compile("[\\u00C2-\\u00DF]" + FOLLOWING + "|[\\u00E0-\\u00EF]"
            + FOLLOWING + "{2}|[\\u00F0-\\u00F4]" + FOLLOWING + "{3}");

    private Mojibake() {}

    /** The text as it was, where it was twisted so. */
    static Optional<String> undone(String text) {
        Matcher twisted = TWISTED.matcher(text);
        String undone = twisted.replaceAll(match -> Matcher.quoteReplacement(original(match.group())));
        return undone.equals(text) ? Optional.empty() : Optional.of(undone);
    }

    private static String original(String twisted) {
        try {
            ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(twisted));
            String original = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return original.codePoints().allMatch(Mojibake::isOfWords) ? original : twisted;
        } catch (CharacterCodingException e) {
            return twisted;
        }
    }

    // an upper-case letter before a quotation mark is no damage: it would be a letter of no official language
    private static boolean isOfWords(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case LATIN -> character <= 0x17F;
            case COMMON, ARABIC, HAN, CYRILLIC, GREEK -> true;
            default -> false;
        };
    }
}

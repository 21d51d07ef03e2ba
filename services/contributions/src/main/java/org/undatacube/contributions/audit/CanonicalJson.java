package org.undatacube.contributions.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One text for one value: JSON as RFC 8785 has it, of objects, arrays, text, whole numbers and truth values. Members
 * that are null are left out.
 */
public final class CanonicalJson {
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final int FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    public static String of(Map<String, ?> object) {
        StringBuilder text = new StringBuilder();
        append(object, text);
        return text.toString();
    }

    /** What every hash here is made with. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** As it goes into a hash. */
    public static byte[] bytes(Map<String, ?> object) {
        return of(object).getBytes(StandardCharsets.UTF_8);
    }

    private static void append(Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> object) {
            appendObject(object, text);
        } else if (value instanceof Collection<?> array) {
            appendArray(array, text);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof String string) {
            appendText(string, text);
        } else {
            // fractions have many spellings: they are given as text
            throw new IllegalArgumentException("no canonical form of " + value);
        }
    }

    private static void appendObject(Map<?, ?> object, StringBuilder text) {
        // String's order is that of UTF-16 code units, as RFC 8785 asks
        SortedMap<String, Object> sorted = new TreeMap<>();
        object.forEach((name, value) -> {
            if (value != null) {
                sorted.put((String) name, value);
            }
        });
        text.append('{');
        sorted.forEach((name, value) -> {
            text.append(text.charAt(text.length() - 1) == '{' ? "" : ",");
            appendText(name, text);
            text.append(':');
            append(value, text);
        });
        text.append('}');
    }

    private static void appendArray(Collection<?> array, StringBuilder text) {
        text.append('[');
        for (Iterator<?> values = array.iterator(); values.hasNext(); ) {
            append(values.next(), text);
            text.append(values.hasNext() ? "," : "");
        }
        text.append(']');
    }

    /** Appends a text with its quotation marks. */
    public static void appendText(String value, StringBuilder text) {
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            appendEscaped(value, text);
        }
        text.append('"');
    }

    /** A loop: a stream for each of some ten million texts of a large submission takes longer than their hash. */
    private static boolean isPlain(String value) {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character < FIRST_PRINTABLE || character == '"' || character == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void appendEscaped(String value, StringBuilder text) {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> appendCharacter(character, text);
            }
        }
    }

    private static void appendCharacter(char character, StringBuilder text) {
        if (character < FIRST_PRINTABLE) {
            text.append("\\u00").append(HEXADECIMAL.charAt(character >> 4)).append(HEXADECIMAL.charAt(character & 15));
        } else {
            text.append(character);
        }
    }
}

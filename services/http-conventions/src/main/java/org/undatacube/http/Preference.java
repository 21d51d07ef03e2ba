package org.undatacube.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the client wants to wait for the answer (RFC 7240). */
public enum Preference {
    /** {@code respond-async}: it rather watches the work. */
    LATER("respond-async"),
    /** {@code wait=…}: it waits, however long. */
    NOW("wait=[0-9]+"),
    /** The service chooses. */
    NONE("");

    private final Pattern word;

    Preference(String word) {
        this.word = Pattern.compile(word);
    }

    /** @param header null where there is none; preferences that are not known are passed over, as the standard asks */
    public static Preference of(String header) {
        Stream<String> preferences =
                Stream.of(Optional.ofNullable(header).orElse("").split(",", -1));
        return preferences
                .map(preference -> preference.split(";", 2)[0].replace(" ", "").toLowerCase(Locale.ROOT))
                .flatMap(preference -> Stream.of(LATER, NOW)
                        .filter(known -> known.word.matcher(preference).matches()))
                .findFirst()
                .orElse(NONE);
    }
}

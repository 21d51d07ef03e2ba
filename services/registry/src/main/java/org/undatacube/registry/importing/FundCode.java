package org.undatacube.registry.importing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import org.undatacube.registry.Fingerprint;

/** Makes a fund's code from its name: {@code R03A-AFGHANISTAN-HUMANITARIAN-FUND}. */
final class FundCode {
    private static final int LONGEST = 60;
    private static final int MARK = 4;

    private FundCode() {}

    /**
     * The same for the same name whichever funds come before it in a file: what is too long, or taken, ends in a few
     * digits of the name's hash rather than in a count.
     */
    static String of(String instrument, String name, Predicate<String> taken) {
        String code = instrument + "-" + slug(name);
        if (code.length() <= LONGEST && !taken.test(code)) {
            return code;
        }
        String mark = Fingerprint.of(name).substring(0, MARK).toUpperCase(Locale.ROOT);
        String start = code.substring(0, Math.min(code.length(), LONGEST - MARK - 1));
        return start.replaceAll("-+$", "") + "-" + mark;
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}

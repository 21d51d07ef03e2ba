package org.undatacube.aggregation.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.undatacube.aggregation.coverage.Edition;

/** What is known of several inquiries together before any of them is answered. */
public final class Fingerprints {
    private static final int BYTES = 16;

    private Fingerprints() {}

    /**
     * Equal where all answers are equal.
     *
     * @param form of what is made of the answers, to be changed with the way in which it is made
     */
    public static String together(String form, List<Inquiry> inquiries) {
        String all = inquiries.stream().map(Inquiry::fingerprint).collect(Collectors.joining("\n", form + "\n", ""));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The edition that last changed anything of what any of them is about. */
    public static Edition lastChange(List<Inquiry> inquiries) {
        return inquiries.stream()
                .map(Inquiry::shownEdition)
                .max(Comparator.comparingLong(Edition::number))
                .orElse(Edition.NONE);
    }
}

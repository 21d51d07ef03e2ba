package org.undatacube.http;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The strong entity tag (RFC 9110, 8.8.3) of something that counts its changes.
 *
 * @param version raised by every change
 */
public record VersionTag(long version) {

    /** As in the headers {@code ETag} and {@code If-Match}. */
    public String header() {
        return "\"" + version + "\"";
    }

    /**
     * Refuses to change what the caller has not seen as it is now.
     *
     * @param ifMatch the header {@code If-Match}, or null where the request has none
     * @param thing what is changed, for the problem: {@code The submission}
     * @throws Problem (428) without the header, (412) where it names another version
     */
    public void requireSeen(String ifMatch, String thing) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                            CommonProblem.PRECONDITION_REQUIRED,
                            thing + " is changed with If-Match: the ETag with which it was read.")
                    .with("header", "If-Match");
        }
        if (!names(ifMatch)) {
            throw new Problem(
                            CommonProblem.PRECONDITION_FAILED, thing + " was changed since it was read; read it again.")
                    .with("current", header());
        }
    }

    /** Refuses {@code If-Match} for what is not there yet: there is no version that it could name. */
    public static void requireNone(String ifMatch, String thing) {
        if (ifMatch != null && !ifMatch.isBlank()) {
            throw new Problem(CommonProblem.PRECONDITION_FAILED, thing + " does not exist yet; send no If-Match.");
        }
    }

    /** Whether a header {@code If-Match} or {@code If-None-Match} names this version; weak tags never do. */
    public boolean names(String header) {
        return Optional.ofNullable(header).stream()
                .flatMap(tags -> Stream.of(tags.split(",", -1)))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(header()));
    }
}

package org.undatacube.registry.resolving;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.registry.codelist.Wording;

/**
 * What one value means.
 *
 * @param value as it was asked
 * @param year for which it was asked; null for none
 * @param code that it means; null where none is given
 * @param label the code's name in the language that was asked for, or in English
 * @param language of the name that the value is or is like; null where it is none
 * @param confidence how surely it means the code
 * @param validInYear whether the code may be reported in the year; null where there is no year or no code
 * @param supersededBy the code that took its place, or null
 * @param candidates what else the value could mean, the likeliest first, at most five
 */
public record Resolution(
        String value,
        @Schema(nullable = true) Integer year,
        @Schema(nullable = true) String code,
        String label,
        Match match,
        @Schema(nullable = true) String language,
        Confidence confidence,
        @Schema(nullable = true) Boolean validInYear,
        @Schema(nullable = true) String supersededBy,
        List<Candidate> candidates) {
    private static final int MOST_CANDIDATES = 5;

    /** A code that a value could mean. */
    public record Candidate(String code, String label, Confidence confidence) {}

    static Resolution of(Question question, Meaning meaning, List<Meaning> others, Wording wording) {
        return new Resolution(
                question.value(),
                question.year(),
                meaning.code().code(),
                wording.name(meaning.code().label()),
                meaning.match(),
                meaning.language(),
                meaning.confidence(),
                question.year() == null ? null : meaning.code().isValidIn(question.year()),
                meaning.code().supersededBy(),
                candidates(others, wording));
    }

    /** No code is given. */
    static Resolution of(Question question, Match match, List<Meaning> possible, Wording wording) {
        return new Resolution(
                question.value(),
                question.year(),
                null,
                null,
                match,
                null,
                Confidence.NO_CODE,
                null,
                null,
                candidates(possible, wording));
    }

    private static List<Candidate> candidates(List<Meaning> possible, Wording wording) {
        return possible.stream()
                .limit(MOST_CANDIDATES)
                .map(meaning -> new Candidate(
                        meaning.code().code(), wording.name(meaning.code().label()), meaning.confidence()))
                .toList();
    }
}

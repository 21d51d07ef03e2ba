package org.undatacube.contributions.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.contributions.validation.Findings.Words;

/** Judges the codes of one list for one year. */
final class CodeJudge {
    /** Bounds the memory that made-up codes can take; real lists have a few thousand. */
    private static final int VERDICTS_KEPT = 10_000;

    private static final int SUGGESTIONS = 3;
    private static final int LONGEST_CODE = 200;

    private final CodeList list;
    private final Optional<Integer> year;
    private final Rule unknown;
    private final Findings findings;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, String> suggestions = new HashMap<>();

    private sealed interface Verdict {
        record Good(Code code) implements Verdict {}

        record OtherSpelling(Code code) implements Verdict {}

        record NotValid(Code code) implements Verdict {}

        record Unknown() implements Verdict {}
    }

    /**
     * @param year empty where the submission's year is not known: then every year is good
     * @param unknown the rule against codes that are not in the list
     */
    CodeJudge(CodeList list, Optional<Integer> year, Rule unknown, Findings findings) {
        this.list = list;
        this.year = year;
        this.unknown = unknown;
        this.findings = findings;
    }

    /** The code that is meant, if it may be reported in the year. */
    Optional<Code> judge(String raw, Supplier<Place> place) {
        Verdict verdict = verdicts.get(raw);
        if (verdict == null) {
            verdict = verdict(raw);
            if (verdicts.size() < VERDICTS_KEPT) {
                verdicts.put(raw, verdict);
            }
        }
        if (verdict instanceof Verdict.Good good) {
            return Optional.of(good.code());
        }
        if (verdict instanceof Verdict.OtherSpelling other) {
            String code = other.code().code();
            findings.add(Rule.ALIAS_TAKEN, place.get(), raw, "Taken as " + code + ".", code);
            return Optional.of(other.code());
        }
        if (verdict instanceof Verdict.NotValid notValid) {
            Code code = notValid.code();
            findings.add(
                    Rule.CODE_NOT_VALID_IN_YEAR,
                    place.get(),
                    raw,
                    () -> new Words(code.code() + " " + validity(code), insteadOf(code)));
            return Optional.empty();
        }
        findings.add(
                unknown,
                place.get(),
                raw,
                () -> new Words("This is not a code of the list " + list.id() + ".", nearest(raw)));
        return Optional.empty();
    }

    private Verdict verdict(String raw) {
        Optional<Code> found = raw.length() > LONGEST_CODE ? Optional.empty() : list.resolve(raw);
        if (found.isEmpty()) {
            return new Verdict.Unknown();
        }
        Code code = found.get();
        if (year.isPresent() && !code.isValidIn(year.get())) {
            return new Verdict.NotValid(code);
        }
        return code.code().equals(raw) ? new Verdict.Good(code) : new Verdict.OtherSpelling(code);
    }

    private String validity(Code code) {
        String reported = "may not be reported for " + year.orElseThrow() + ": it is valid";
        String from = code.validFrom() == null ? "" : " from " + code.validFrom();
        String to = code.validTo() == null ? "" : " until " + code.validTo();
        return reported + from + to + ".";
    }

    /** What took the place of a code: its successor, else what it was divided into. */
    private String insteadOf(Code code) {
        if (code.supersededBy() != null) {
            return list.find(code.supersededBy()).map(CodeJudge::named).orElse(code.supersededBy());
        }
        List<Code> parts = list.codes().stream()
                .filter(candidate -> code.code().equals(candidate.parent()))
                .filter(candidate -> candidate.isValidIn(year.orElseThrow()))
                .limit(SUGGESTIONS)
                .toList();
        return parts.isEmpty() ? "a code that is valid in " + year.orElseThrow() : named(parts);
    }

    private String nearest(String raw) {
        boolean known = suggestions.containsKey(raw);
        if (raw.length() > LONGEST_CODE || (!known && suggestions.size() == VERDICTS_KEPT)) {
            return "a code of /api/v1/code-lists/" + list.id();
        }
        return suggestions.computeIfAbsent(raw, spelling -> {
            List<Code> nearest = list.nearest(spelling, SUGGESTIONS);
            return nearest.isEmpty() ? "a code of /api/v1/code-lists/" + list.id() : named(nearest);
        });
    }

    private static String named(List<Code> codes) {
        return codes.stream().map(CodeJudge::named).collect(Collectors.joining("; "));
    }

    private static String named(Code code) {
        return code.code().equals(code.englishLabel()) ? code.code() : code.code() + " (" + code.englishLabel() + ")";
    }
}

package org.undatacube.registry.coderequest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** Judges a contributor's code. */
final class CodeJudge {
    static final int SHORTEST = 2;
    static final int LONGEST = 10;
    private static final Pattern FORM = Pattern.compile("(?=.*[A-Z])[A-Z0-9]+(-[A-Z0-9]+)*");
    private static final int WORTH_COMPARING = 5;
    private static final int NEAR = 5;
    private static final String FIELD = "code";

    private final CodeList contributors;
    private final CodeList locations;
    private final Findings findings;

    CodeJudge(CodeList contributors, CodeList locations, Findings findings) {
        this.contributors = contributors;
        this.locations = locations;
        this.findings = findings;
    }

    void judge(Contributor wanted) {
        String code = wanted.code();
        if (code == null
                || code.length() < SHORTEST
                || code.length() > LONGEST
                || !FORM.matcher(code).matches()) {
            add(
                    Constraint.CODE_FORM,
                    code,
                    "This is not the form of a contributor's code.",
                    "2 to 10 capital letters and digits, at least one of them a letter");
            return;
        }
        Optional<Code> owner = contributors.resolve(code);
        if (owner.isPresent()) {
            add(
                    Constraint.CODE_TAKEN,
                    code,
                    "This means " + NameJudge.spoken(owner.get()) + " already.",
                    "another code");
            return;
        }
        if (code.contains("-")) {
            add(
                    Constraint.CODE_WITH_HYPHEN,
                    code,
                    "CEB's list has such codes, but its form takes none.",
                    "letters and digits only");
        }
        judgeCountry(wanted);
        judgeNear(code);
    }

    /** A government goes by its country's code, and nobody else does. */
    private void judgeCountry(Contributor wanted) {
        String code = wanted.code();
        if (!wanted.isGovernment()) {
            Countries.find(locations, code)
                    .ifPresent(country -> add(
                            Constraint.CODE_OF_COUNTRY,
                            code,
                            "This is the code of " + country.englishLabel() + ", kept for its government.",
                            "a code that is no country's"));
            return;
        }
        Countries.find(locations, wanted.country())
                .map(Code::code)
                .ifPresent(country -> contributors
                        .find(country)
                        .ifPresentOrElse(
                                government -> findings.add(
                                        Constraint.GOVERNMENT_KNOWN,
                                        "country",
                                        country,
                                        "The list has " + NameJudge.spoken(government)
                                                + "; its ministries and agencies report under that.",
                                        country + ", unless this is no part of that government"),
                                () -> requireCountrysCode(code, country)));
    }

    private void requireCountrysCode(String code, String country) {
        if (!code.equals(country)) {
            add(Constraint.GOVERNMENT_CODE, code, "A government goes by its country's code.", country);
        }
    }

    private void judgeNear(String code) {
        if (code.length() < WORTH_COMPARING) {
            return;
        }
        List<Code> near = contributors.codes().stream()
                .filter(other -> OneLetter.isBetween(other.code(), code))
                .limit(NEAR)
                .toList();
        if (!near.isEmpty()) {
            add(
                    Constraint.CODE_NEAR,
                    code,
                    "It is easily taken for "
                            + near.stream().map(NameJudge::spoken).collect(Collectors.joining(", ")) + ".",
                    "a code that differs in more than one letter");
        }
    }

    private void add(Constraint constraint, String code, String message, String expected) {
        findings.add(constraint, FIELD, code, message, expected);
    }
}

package org.undatacube.registry.coderequest;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;

/** Judges a contributor's name. */
final class NameJudge {
    static final int SHORTEST = 2;
    static final int LONGEST = 200;
    private static final int NEAR = 5;
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z0-9 '.,()&/-]+");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}&.-]{0,9}");
    private static final String FIELD = "name";

    private final KnownNames known;
    private final Findings findings;

    NameJudge(KnownNames known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    void judge(String name) {
        if (name == null || name.length() < SHORTEST || name.length() > LONGEST) {
            add(Constraint.NAME_LENGTH, name, "This is not the length of a name.", "2 to 200 characters");
        } else if (!PlainText.is(name)) {
            add(
                    Constraint.TEXT_UNREADABLE,
                    name,
                    "The name has characters that cannot be seen.",
                    "letters, digits and punctuation");
        } else {
            judgeWriting(name);
            judgeOwner(name);
        }
    }

    private void judgeWriting(String name) {
        if (!ENGLISH.matcher(name).matches()) {
            add(
                    Constraint.NAME_NOT_ENGLISH,
                    name,
                    "CEB wants names in English.",
                    "the English name, or both as local name/English name; say in the justification where there is none");
        }
        long letters = name.codePoints().filter(Character::isLetter).count();
        if (letters * 2 < name.codePointCount(0, name.length())) {
            add(Constraint.NAME_FEW_LETTERS, name, "Less than half of it is letters.", "the contributor's full name");
        }
        if (ABBREVIATION.matcher(name).matches()) {
            add(
                    Constraint.NAME_ABBREVIATED,
                    name,
                    "This looks like an abbreviation.",
                    "the full name, with the abbreviation in brackets");
        } else if (letters > 0 && name.codePoints().noneMatch(Character::isLowerCase)) {
            add(Constraint.NAME_ALL_CAPITALS, name, "All of it is in capitals.", "the name as its owner writes it");
        }
    }

    private void judgeOwner(String name) {
        known.owner(name)
                .ifPresentOrElse(
                        owner -> add(
                                Constraint.NAME_TAKEN,
                                name,
                                "This is a name of " + spoken(owner) + " already.",
                                "report under " + owner.code() + ", or a name that tells the two apart"),
                        () -> judgeNear(name));
    }

    private void judgeNear(String name) {
        List<Code> near = known.near(name, NEAR);
        if (!near.isEmpty()) {
            add(
                    Constraint.NAME_NEAR,
                    name,
                    "There is nearly this name already: "
                            + near.stream().map(NameJudge::spoken).collect(Collectors.joining(", ")) + ".",
                    "one of these codes, if it is the same contributor");
        }
    }

    private void add(Constraint constraint, String name, String message, String expected) {
        findings.add(constraint, FIELD, name, message, expected);
    }

    static String spoken(Code code) {
        return code.code() + " (" + code.englishLabel() + ")";
    }
}

package org.undatacube.registry.coderequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.undatacube.http.Caller;
import org.undatacube.registry.codelist.CodeLists;

/** Judges a request: the contributor, the reason given for it, and what else is asked for. */
@ApplicationScoped
class RequestJudge {
    private static final int SHORTEST_JUSTIFICATION = 10;
    private static final int LONGEST_JUSTIFICATION = 500;
    private static final int BRIEF_JUSTIFICATION = 20;
    private static final int LONGEST_COMMENT = 2_000;

    private final CodeLists lists;
    private final Caller caller;
    private final Clock clock;

    RequestJudge(CodeLists lists, Caller caller, Clock clock) {
        this.lists = lists;
        this.caller = caller;
        this.clock = clock;
    }

    ContributorJudge contributors() {
        return new ContributorJudge(
                lists.codeList("contributors"),
                lists.codeList("locations"),
                LocalDate.now(clock).getYear());
    }

    /**
     * What may be found about a request before it is there.
     *
     * @param own the open requests of the entity that asks
     */
    Findings judgeNew(Contributor wanted, String justification, List<StoredRequest> own) {
        Findings findings = new Findings();
        contributors().judge(wanted, findings);
        judgeJustification(justification, findings);
        own.stream()
                .filter(other -> other.asksForThe(wanted))
                .findFirst()
                .ifPresent(other -> findings.add(
                        Constraint.ASKED_ALREADY,
                        "name",
                        wanted.name(),
                        "You have asked for this contributor already.",
                        "the decision on the request " + other.id));
        return findings;
    }

    /** What is to be known about an open request now; what another entity asks for is told to the secretariat alone. */
    List<Finding> judgeOpen(StoredRequest request) {
        Findings findings = new Findings();
        contributors().judge(request.contributor, findings);
        if (caller.isSecretariat()) {
            StoredRequest.open().stream()
                    .filter(other -> !other.id.equals(request.id) && other.asksForThe(request.contributor))
                    .forEach(other -> findings.add(
                            Constraint.ASKED_BY_ANOTHER,
                            "name",
                            request.contributor.name(),
                            other.entity + " asks for this contributor or this code too, by the request " + other.id
                                    + ".",
                            "one code for both"));
        }
        return findings.all();
    }

    /** What is wrong with a decision as such, whatever it grants. */
    static Findings judgeDecision(Decision decision) {
        Findings findings = new Findings();
        String comment = decision.comment();
        if (!decision.isGrant() && !decision.isRefusal()) {
            findings.add(
                    Constraint.DECISION_UNKNOWN,
                    "decision",
                    decision.decision(),
                    "Say what is decided.",
                    "granted or refused");
        }
        if (decision.isRefusal() && comment == null) {
            findings.add(
                    Constraint.COMMENT_LENGTH,
                    "comment",
                    null,
                    "Say to those who asked why it is refused.",
                    "a reason");
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            findings.add(
                    Constraint.COMMENT_LENGTH,
                    "comment",
                    comment,
                    "The comment has " + comment.length() + " characters.",
                    "at most " + LONGEST_COMMENT);
        }
        judgeText("comment", comment, findings);
        return findings;
    }

    static void judgeJustification(String justification, Findings findings) {
        String field = "justification";
        if (justification == null
                || justification.length() < SHORTEST_JUSTIFICATION
                || justification.length() > LONGEST_JUSTIFICATION) {
            findings.add(
                    Constraint.JUSTIFICATION_LENGTH,
                    field,
                    justification,
                    "Say why the code is needed.",
                    SHORTEST_JUSTIFICATION + " to " + LONGEST_JUSTIFICATION + " characters");
        } else if (justification.length() < BRIEF_JUSTIFICATION) {
            findings.add(
                    Constraint.JUSTIFICATION_BRIEF,
                    field,
                    justification,
                    "This is brief for the secretariat to decide on.",
                    "who contributes what, and when");
        }
        judgeText(field, justification, findings);
    }

    private static void judgeText(String field, String text, Findings findings) {
        if (text != null && !PlainText.is(text)) {
            findings.add(
                    Constraint.TEXT_UNREADABLE,
                    field,
                    text,
                    "It has characters that cannot be seen.",
                    "letters, digits and punctuation");
        }
    }
}

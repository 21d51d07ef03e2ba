package org.undatacube.registry.importing;

import org.undatacube.codelists.Code;
import org.undatacube.registry.listfile.ListColumn;

/** Whether the years make sense, and what comes after. */
final class ValidityCheck {
    private final Proposals proposals;
    private final Findings findings;

    ValidityCheck(Proposals proposals, Findings findings) {
        this.proposals = proposals;
        this.findings = findings;
    }

    void check() {
        for (Proposal proposal : proposals.all()) {
            checkOrder(proposal);
            checkSuccessor(proposal);
            if (!proposal.isNew()) {
                checkNarrowing(proposal);
            }
        }
    }

    private void checkOrder(Proposal proposal) {
        Code code = proposal.code();
        if (code.validFrom() != null && code.validTo() != null && code.validTo() < code.validFrom()) {
            findings.reject(
                    proposal.row(),
                    proposal.column(ListColumn.VALID_TO),
                    "The last year, " + code.validTo() + ", is before the first, " + code.validFrom() + ".",
                    code.validFrom() + " or later");
        }
    }

    private void checkSuccessor(Proposal proposal) {
        Code code = proposal.code();
        String successor = code.supersededBy();
        if (successor == null) {
            return;
        }
        if (successor.equals(code.code()) || proposals.after(successor).isEmpty()) {
            findings.reject(
                    proposal.row(),
                    proposal.column(ListColumn.SUPERSEDED_BY),
                    successor.equals(code.code())
                            ? "A code cannot take its own place."
                            : "Neither the list nor the file has a code " + successor + ".");
        } else if (code.validTo() == null) {
            findings.warn(
                    proposal.row(),
                    proposal.column(ListColumn.SUPERSEDED_BY),
                    code.code() + " may be reported without end though " + successor + " takes its place.",
                    "a last year in valid_to");
        }
    }

    private void checkNarrowing(Proposal proposal) {
        Integer end = proposal.code().validTo();
        Integer formerEnd = proposal.known().validTo();
        if (end != null && (formerEnd == null || end < formerEnd)) {
            findings.warn(
                    proposal.row(),
                    proposal.column(ListColumn.VALID_TO),
                    "Up to now it could be reported " + (formerEnd == null ? "without end" : "until " + formerEnd)
                            + "; figures of " + (end + 1) + " and later that use it will be found wrong.");
        }
        Integer start = proposal.code().validFrom();
        Integer formerStart = proposal.known().validFrom();
        if (start != null && (formerStart == null || start > formerStart)) {
            findings.warn(
                    proposal.row(),
                    proposal.column(ListColumn.VALID_FROM),
                    "Up to now it could be reported " + (formerStart == null ? "in any year" : "from " + formerStart)
                            + "; figures of " + (start - 1) + " and earlier that use it will be found wrong.");
        }
    }
}

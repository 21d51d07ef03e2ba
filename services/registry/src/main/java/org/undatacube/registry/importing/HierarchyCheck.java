package org.undatacube.registry.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.registry.listfile.ListColumn;

/** Whether every code stands on a level of the list, below one that is there, and nowhere below itself. */
final class HierarchyCheck {
    private static final int NEAREST = 3;

    private final Proposals proposals;
    private final List<String> levels;
    private final Findings findings;

    HierarchyCheck(Proposals proposals, Findings findings) {
        this.proposals = proposals;
        this.levels = proposals.current().levels();
        this.findings = findings;
    }

    void check() {
        Map<String, String> parents = new HashMap<>();
        for (Code code : proposals.after()) {
            if (code.parent() != null) {
                parents.put(code.code(), code.parent());
            }
        }
        Map<String, List<String>> circles = Cycles.in(parents);
        for (Proposal proposal : proposals.all()) {
            List<String> circle = circles.get(proposal.code().code());
            if (circle != null) {
                reject(
                        proposal,
                        ListColumn.PARENT,
                        "The code is above itself: " + String.join(" > ", circle) + ".",
                        null);
            } else if (!levels.contains(proposal.code().level())) {
                reject(
                        proposal,
                        ListColumn.LEVEL,
                        "The list has no level " + proposal.code().level() + ".",
                        String.join(", ", levels));
            } else {
                checkParent(proposal);
            }
        }
        checkOrderOfLevels(circles.keySet());
    }

    private void checkParent(Proposal proposal) {
        String parent = proposal.code().parent();
        if (parent != null && proposals.after(parent).isEmpty()) {
            reject(
                    proposal,
                    ListColumn.PARENT,
                    "Neither the list nor the file has a code " + parent + ", which is to be above "
                            + proposal.code().code() + ".",
                    nearest(parent));
        } else if (proposal.moves()) {
            findings.warn(
                    proposal.row(),
                    proposal.column(
                            Objects.equals(
                                            proposal.code().parent(),
                                            proposal.known().parent())
                                    ? ListColumn.LEVEL
                                    : ListColumn.PARENT),
                    proposal.code().code() + " moves from " + Place.of(proposal.known()) + " to "
                            + Place.of(proposal.code()) + ".");
        }
    }

    /** A code that moves may leave codes behind that then stand beside or above it. */
    private void checkOrderOfLevels(Set<String> inCircles) {
        for (Code code : proposals.after()) {
            Optional<Code> parent = code.parentCode().flatMap(proposals::after);
            if (parent.isPresent() && !isAbove(parent.get(), code) && !inCircles.contains(code.code())) {
                Optional<Proposal> below = changed(code);
                below.or(() -> changed(parent.get()))
                        .ifPresent(proposal -> reject(
                                proposal,
                                below.isPresent() ? ListColumn.PARENT : ListColumn.LEVEL,
                                parent.get().code() + " (" + parent.get().level() + ") cannot be above " + code.code()
                                        + " ("
                                        + code.level() + "): the levels are, from the top, " + String.join(", ", levels)
                                        + ".",
                                null));
            }
        }
    }

    private boolean isAbove(Code parent, Code code) {
        boolean known = levels.contains(parent.level()) && levels.contains(code.level());
        return !known || levels.indexOf(parent.level()) < levels.indexOf(code.level());
    }

    private Optional<Proposal> changed(Code code) {
        return proposals.of(code.code()).filter(proposal -> proposal.isNew() || proposal.moves());
    }

    private String nearest(String parent) {
        List<String> nearest = proposals.current().nearest(parent, NEAREST).stream()
                .map(Code::code)
                .toList();
        return nearest.isEmpty() ? null : String.join(", ", nearest);
    }

    private void reject(Proposal proposal, ListColumn about, String message, String expected) {
        findings.reject(proposal.row(), proposal.column(about), message, expected);
    }
}

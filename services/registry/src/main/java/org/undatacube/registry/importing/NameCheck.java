package org.undatacube.registry.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;
import org.undatacube.registry.listfile.ListColumn;

/** Whether every code has a name, its own, and one that agrees with its translations. */
final class NameCheck {
    private record Name(String level, String folded) {
        static Name of(Code code) {
            return new Name(code.level(), Spellings.fold(code.englishLabel()));
        }
    }

    private final Proposals proposals;
    private final Findings findings;

    NameCheck(Proposals proposals, Findings findings) {
        this.proposals = proposals;
        this.findings = findings;
    }

    void check() {
        Map<Name, String> owners = new HashMap<>();
        for (Code code : proposals.after()) {
            if (proposals.of(code.code()).isEmpty()) {
                owners.putIfAbsent(Name.of(code), code.code());
            }
        }
        for (Proposal proposal : proposals.all()) {
            Code code = proposal.code();
            if (!code.label().containsKey("en")) {
                findings.reject(
                        proposal.row(), proposal.column(ListColumn.LABEL_EN), "The code has no name in English.");
                continue;
            }
            String owner = owners.putIfAbsent(Name.of(code), code.code());
            if (owner != null) {
                findings.warn(
                        proposal.row(),
                        proposal.column(ListColumn.LABEL_EN),
                        "The code " + owner + " has this name too.");
            }
            checkTranslations(proposal);
        }
    }

    private void checkTranslations(Proposal proposal) {
        if (proposal.isNew()
                || proposal.code().englishLabel().equals(proposal.known().englishLabel())) {
            return;
        }
        List<String> left = proposal.known().label().entrySet().stream()
                .filter(label -> !label.getKey().equals("en"))
                .filter(label -> label.getValue().equals(proposal.code().label().get(label.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (!left.isEmpty()) {
            findings.warn(
                    proposal.row(),
                    proposal.column(ListColumn.LABEL_EN),
                    "The English name was \"" + proposal.known().englishLabel() + "\", and its translations ("
                            + String.join(", ", left) + ") stay as they were.");
        }
    }
}

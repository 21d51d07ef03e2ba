package org.undatacube.registry.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.registry.listfile.ListColumn;

/** Whether each code can be written in questions, and it and each of its other spellings means one code only, whatever its case. */
final class SpellingCheck {
    /** What parts the codes of a question in an address. */
    private static final Pattern SEPARATOR = Pattern.compile("[;|:]");

    private final Proposals proposals;
    private final Findings findings;
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Set<String>> owners = new HashMap<>();

    SpellingCheck(Proposals proposals, Findings findings) {
        this.proposals = proposals;
        this.findings = findings;
        for (Code code : proposals.after()) {
            add(codes, code.code(), code.code());
            add(owners, code.code(), code.code());
            code.aliases().forEach(alias -> add(owners, alias.alias(), code.code()));
        }
    }

    void check() {
        for (Proposal proposal : proposals.all()) {
            if (proposal.isNew()) {
                checkNewCode(proposal);
            }
            checkNewAliases(proposal);
            checkLostAliases(proposal);
        }
    }

    private void checkNewCode(Proposal proposal) {
        String code = proposal.code().code();
        if (SEPARATOR.matcher(code).find()) {
            findings.reject(
                    proposal.row(),
                    proposal.column(ListColumn.CODE),
                    "Codes stand between ; and | and : in questions of the cubes, so none of them can be in a code.");
        }
        for (String other : others(owners, code, code)) {
            String message = others(codes, code, code).contains(other)
                    ? "The code differs from " + other
                            + " in upper and lower case only; it is imported as another code."
                    : "Up to now this is another spelling of " + other + "; from now on it means this code.";
            findings.warn(proposal.row(), proposal.column(ListColumn.CODE), message, other);
        }
    }

    private void checkNewAliases(Proposal proposal) {
        List<Code.Alias> known = proposal.isNew() ? List.of() : proposal.known().aliases();
        Set<String> before = folded(known);
        for (Code.Alias alias : proposal.code().aliases()) {
            if (!before.contains(Spellings.fold(alias.alias()))) {
                others(owners, alias.alias(), proposal.code().code())
                        .forEach(other -> findings.reject(
                                proposal.row(),
                                proposal.column(ListColumn.ALIASES),
                                '"' + alias.alias() + "\" already means " + other + "; one spelling means one code."));
            }
        }
    }

    private void checkLostAliases(Proposal proposal) {
        if (proposal.isNew()) {
            return;
        }
        Set<String> left = folded(proposal.code().aliases());
        List<String> lost = proposal.known().aliases().stream()
                .map(Code.Alias::alias)
                .filter(alias -> !left.contains(Spellings.fold(alias)))
                .toList();
        if (!lost.isEmpty()) {
            findings.warn(
                    proposal.row(),
                    proposal.column(ListColumn.ALIASES),
                    "No longer understood as " + proposal.code().code() + ": " + String.join("; ", lost) + ".");
        }
    }

    private static Set<String> folded(List<Code.Alias> aliases) {
        return aliases.stream().map(alias -> Spellings.fold(alias.alias())).collect(Collectors.toSet());
    }

    private static void add(Map<String, Set<String>> meanings, String spelling, String code) {
        meanings.computeIfAbsent(Spellings.fold(spelling), folded -> new TreeSet<>())
                .add(code);
    }

    private static List<String> others(Map<String, Set<String>> meanings, String spelling, String code) {
        return meanings.getOrDefault(Spellings.fold(spelling), Set.of()).stream()
                .filter(other -> !other.equals(code))
                .toList();
    }
}

package org.undatacube.registry.importing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** What a file would make of a list. */
final class Proposals {
    private final CodeList current;
    private final Map<String, Proposal> byCode = new LinkedHashMap<>();
    private final Map<String, Code> after = new LinkedHashMap<>();

    Proposals(CodeList current, List<Proposal> proposals) {
        this.current = current;
        current.codes().forEach(code -> after.put(code.code(), code));
        for (Proposal proposal : proposals) {
            byCode.put(proposal.code().code(), proposal);
            after.put(proposal.code().code(), proposal.code());
        }
    }

    CodeList current() {
        return current;
    }

    Iterable<Proposal> all() {
        return byCode.values();
    }

    Optional<Proposal> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Every code of the list as the file would leave it. */
    Iterable<Code> after() {
        return after.values();
    }

    /** A code as the file would leave it. */
    Optional<Code> after(String code) {
        return Optional.ofNullable(after.get(code));
    }

    /** Those that can be imported. */
    List<Code> without(Set<Long> rows) {
        Set<Long> rejected = new HashSet<>(rows);
        return byCode.values().stream()
                .filter(proposal -> !rejected.contains(proposal.row().line()))
                .map(Proposal::code)
                .toList();
    }
}

package org.undatacube.registry.hierarchy;

import java.util.List;
import java.util.Optional;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;
import org.undatacube.registry.codelist.Provenance;

/**
 * Who may change a hierarchy, and how it passes to another.
 *
 * @param current as it is now; empty where it is new
 * @param caller the identifier of the key that asks
 */
record Ownership(Optional<HierarchyDocument> current, String caller) {

    static Ownership of(Optional<HierarchySnapshot> current, String caller) {
        return new Ownership(current.map(HierarchySnapshot::document), caller);
    }

    /**
     * What is sent with the owner whom it will have: who makes it; then who has it, until another claims it.
     *
     * @throws Problem (422) where its owner would give it to another, who may not want it
     */
    HierarchyDocument claim(HierarchyDocument sent) {
        boolean isOwners = current.filter(known -> known.owner().equals(caller)).isPresent();
        if (isOwners && sent.owner() != null && !sent.owner().equals(caller)) {
            throw HierarchyCheck.problem(List.of(new Finding(
                    "/owner", sent.owner(), "A hierarchy is not given away: who wants it takes it over.", null)));
        }
        String owner = current.map(HierarchyDocument::owner)
                .filter(known -> !caller.equals(sent.owner()))
                .orElse(caller);
        return sent.at(sent.list(), sent.id(), owner);
    }

    /** @throws Problem (403) where the caller may not make of it what is wanted */
    void require(HierarchyDocument wanted) {
        String owner = current.map(HierarchyDocument::owner).orElse(caller);
        if (owner.equals(caller)) {
            return;
        }
        if (owner.equals(Provenance.REFERENCE_FILES)) {
            throw refusal(
                    wanted.id() + " is shipped and cannot be changed; put a copy under another identifier.", owner);
        }
        if (!wanted.owner().equals(caller)) {
            throw refusal(
                    wanted.id() + " belongs to the key " + owner + ". To take it over, put it as it is with owner \""
                            + caller + "\".",
                    owner);
        }
        HierarchyDocument known = current.orElseThrow();
        if (!wanted.saysTheSameAs(known.at(known.list(), known.id(), caller))) {
            throw refusal(
                    wanted.id() + " belongs to the key " + owner
                            + ". Take it over first, changing nothing but the owner; then change it.",
                    owner);
        }
    }

    private static Problem refusal(String detail, String owner) {
        return new Problem(RegistryProblem.NOT_THE_OWNER, detail).with("owner", owner);
    }
}

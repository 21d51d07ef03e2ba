package org.undatacube.registry.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;
import org.undatacube.registry.RegistryProblem;
import org.undatacube.registry.codelist.CodeLists;

/** What a key may be made for: one entity's work, or the secretariat's, and never both. */
@ApplicationScoped
class KeyScope {
    private static final Set<String> ENTITY_ROLES = Set.of(Role.PREPARER, Role.CERTIFIER);
    private static final int LONGEST_NAME = 200;

    private final CodeLists lists;
    private final Clock clock;

    KeyScope(CodeLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** @throws Problem (422) naming the member that is wrong and what would be right */
    void require(KeyRequest request) {
        if (request.name().isEmpty() || request.name().length() > LONGEST_NAME) {
            throw wrong("/name", "A key needs a name of at most " + LONGEST_NAME + " characters.", null);
        }
        if (request.roles().isEmpty() || !Role.ALL.containsAll(request.roles())) {
            throw wrong("/roles", "A key needs at least one of the roles.", Role.ALL);
        }
        if (request.expiresAt() != null && !request.expiresAt().isAfter(clock.instant())) {
            throw wrong("/expiresAt", "A key must expire in the future.", null);
        }
        boolean entityWork = request.roles().stream().anyMatch(ENTITY_ROLES::contains);
        if (entityWork && !ENTITY_ROLES.containsAll(request.roles())) {
            throw wrong("/roles", "One key is either an entity's or the secretariat's.", null);
        }
        if (entityWork) {
            requireEntity(request.entity());
        } else if (request.entity() != null) {
            throw wrong("/entity", "The secretariat's keys work for no single entity; leave it out.", null);
        }
    }

    private void requireEntity(String entity) {
        CodeList entities = lists.codeList("entities");
        if (entity == null) {
            throw wrong("/entity", "A preparer's or certifier's key needs the entity it works for.", null);
        }
        Code code = entities.find(entity)
                .orElseThrow(() -> wrong(
                        "/entity",
                        "There is no entity " + entity + ".",
                        entities.resolve(entity).map(List::of).orElseGet(() -> entities.nearest(entity, 5)).stream()
                                .map(Code::code)
                                .toList()));
        if (code.parent() == null) {
            throw wrong("/entity", entity + " is a type of entities, not an entity.", null);
        }
    }

    private static Problem wrong(String pointer, String detail, Object expected) {
        return new Problem(RegistryProblem.INVALID_KEY_REQUEST, detail)
                .with("pointer", pointer)
                .with("expected", expected);
    }
}

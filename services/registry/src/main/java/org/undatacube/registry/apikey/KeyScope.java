package org.undatacube.registry.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;
import org.undatacube.registry.RegistryProblem;
import org.undatacube.registry.codelist.CodeLists;

/** What somebody may be let in for: one entity's work, or the secretariat's, and never both. */
@ApplicationScoped
public class KeyScope {
    private static final Set<String> ENTITY_ROLES = Set.of(Role.PREPARER, Role.CERTIFIER);
    private static final int LONGEST_NAME = 200;

    private final CodeLists lists;
    private final Clock clock;

    KeyScope(CodeLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Why roles and entity do not go together.
     *
     * @param member which of them is wrong
     * @param expected what would be right, or null where that cannot be listed
     */
    public record Violation(String member, String detail, List<String> expected) {}

    /** @throws Problem (422) naming the member that is wrong and what would be right */
    void require(KeyRequest request) {
        if (request.name().isEmpty() || request.name().length() > LONGEST_NAME) {
            throw wrong(new Violation("name", "A key needs a name of at most " + LONGEST_NAME + " characters.", null));
        }
        if (request.expiresAt() != null && !request.expiresAt().isAfter(clock.instant())) {
            throw wrong(new Violation("expiresAt", "A key must expire in the future.", null));
        }
        violation(request.roles(), request.entity()).ifPresent(violation -> {
            throw wrong(violation);
        });
    }

    /** Empty where somebody may have these roles for this entity, or for none where it is null. */
    public Optional<Violation> violation(Collection<String> roles, String entity) {
        if (roles.isEmpty() || !Role.ALL.containsAll(roles)) {
            return Optional.of(new Violation("roles", "At least one of the roles is needed.", Role.ALL));
        }
        boolean entityWork = roles.stream().anyMatch(ENTITY_ROLES::contains);
        if (entityWork && !ENTITY_ROLES.containsAll(roles)) {
            return Optional.of(
                    new Violation("roles", "Nobody has an entity's roles and the secretariat's at once.", null));
        }
        if (entityWork) {
            return entityViolation(entity);
        }
        return entity == null
                ? Optional.empty()
                : Optional.of(new Violation(
                        "entity", "The secretariat's roles are for no single entity; leave it out.", null));
    }

    private Optional<Violation> entityViolation(String entity) {
        if (entity == null) {
            return Optional.of(new Violation("entity", "Preparers and certifiers work for one entity; name it.", null));
        }
        CodeList entities = lists.codeList("entities");
        Optional<Code> code = entities.find(entity);
        if (code.isEmpty()) {
            List<Code> meant = entities.resolve(entity).map(List::of).orElseGet(() -> entities.nearest(entity, 5));
            return Optional.of(new Violation(
                    "entity",
                    "There is no entity " + entity + ".",
                    meant.stream().map(Code::code).toList()));
        }
        return code.get().parent() == null
                ? Optional.of(new Violation("entity", entity + " is a type of entities, not an entity.", null))
                : Optional.empty();
    }

    private static Problem wrong(Violation violation) {
        return new Problem(RegistryProblem.INVALID_KEY_REQUEST, violation.detail())
                .with("pointer", "/" + violation.member())
                .with("expected", violation.expected());
    }
}

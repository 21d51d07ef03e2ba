package org.undatacube.contributions.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * An organisation as IATI knows it.
 *
 * @param identifier its IATI identifier, or null
 * @param type its code of IATI's list OrganisationType, or null
 */
record IatiOrganisation(String identifier, String type, String name) {
    private static final String MULTILATERAL = "40";
    private static final String IDENTIFIER = "iatiOrganisation";
    private static final String TYPE = "iatiOrganisationType";
    /** The register of the OECD's channels of delivery among the registers of organisations that IATI knows. */
    private static final String CHANNELS = "XM-DAC-";

    /** An entity, by its own identifier, or that of what it belongs to; empty where nothing has one. */
    static Optional<IatiOrganisation> ofEntity(Code entity, CodeList entities) {
        Deque<String> open = new ArrayDeque<>(Set.of(entity.code()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Optional<Code> code = entities.find(open.remove()).filter(found -> seen.add(found.code()));
            Optional<String> identifier = code.flatMap(IatiOrganisation::identifier);
            if (identifier.isPresent()) {
                return Optional.of(new IatiOrganisation(identifier.get(), MULTILATERAL, entity.englishLabel()));
            }
            code.map(Code::parent).ifPresent(open::add);
            code.map(found -> found.attributes().get("organisationalParent")).ifPresent(open::add);
        }
        return Optional.empty();
    }

    static IatiOrganisation ofContributor(Code contributor, CodeList contributors) {
        String type = contributors.path(contributor).stream()
                .map(code -> code.attributes().get(TYPE))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
        return new IatiOrganisation(contributor.attributes().get(IDENTIFIER), type, contributor.englishLabel());
    }

    private static Optional<String> identifier(Code entity) {
        return Optional.ofNullable(entity.attributes().get(IDENTIFIER))
                .or(() -> Optional.ofNullable(entity.attributes().get("oecdChannel"))
                        .map(CHANNELS::concat));
    }
}

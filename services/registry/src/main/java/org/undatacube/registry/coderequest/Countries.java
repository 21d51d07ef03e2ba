package org.undatacube.registry.coderequest;

import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** Countries and territories of the list of locations. */
final class Countries {
    private Countries() {}

    /** @param code ISO 3166-1 alpha-2, or null */
    static Optional<Code> find(CodeList locations, String code) {
        return Optional.ofNullable(code)
                .filter(text -> text.matches("[A-Z]{2}"))
                .flatMap(locations::find)
                .filter(location -> location.level().equals("country"));
    }
}

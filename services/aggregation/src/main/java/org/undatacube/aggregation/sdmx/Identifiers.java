package org.undatacube.aggregation.sdmx;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.AreaIds;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.SdmxId;

/** Codes as SDMX writes them. For one request, as it keeps what it was asked. */
final class Identifiers {
    private final Members members;
    private final AreaIds areas;
    private final Map<Dimension, Map<String, String>> known = new EnumMap<>(Dimension.class);

    Identifiers(Members members) {
        this.members = members;
        this.areas = new AreaIds(members.list(Dimension.LOCATION));
    }

    /** @param code null for the total */
    String of(Dimension dimension, String code) {
        return code == null
                ? SdmxId.TOTAL
                : known.computeIfAbsent(dimension, its -> new HashMap<>())
                        .computeIfAbsent(code, its -> make(dimension, its));
    }

    private String make(Dimension dimension, String code) {
        // a line may have a code that the list does not have
        return dimension == Dimension.LOCATION
                        && members.list(dimension).find(code).isPresent()
                ? areas.id(code)
                : SdmxId.of(code);
    }

    /** The code that has an identifier; empty where none has. */
    Optional<Code> code(Dimension dimension, String id) {
        Optional<String> code = dimension == Dimension.LOCATION ? areas.location(id) : decoded(id);
        return code.flatMap(members.list(dimension)::find);
    }

    private static Optional<String> decoded(String id) {
        try {
            return Optional.of(SdmxId.code(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those of all codes of a dimension. */
    List<String> all(Dimension dimension) {
        return members.list(dimension).codes().stream()
                .map(code -> of(dimension, code.code()))
                .toList();
    }
}

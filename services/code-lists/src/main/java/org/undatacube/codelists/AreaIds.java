package org.undatacube.codelists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The identifiers of locations as reference areas in SDMX: UN M49's three digits, which other sources have too, and a
 * location's own ({@link SdmxId}) where M49 does not know it. Each location has one and no two have the same.
 */
public final class AreaIds {
    /** M49's code of the world, which no location stands for. */
    public static final String WORLD = "001";

    private static final String M49 = "m49";
    private static final int M49_DIGITS = 3;
    /** Ends an own identifier that is another location's M49 code. It is in no identifier of a code. */
    private static final String OWN = "$-";

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    public AreaIds(CodeList locations) {
        // of a region and the country that is all of it, the country has M49's code, as it has in M49
        List<Code> lowestFirst = new ArrayList<>(locations.codes());
        lowestFirst.sort(Comparator.comparing((Code code) -> locations.levels().indexOf(code.level()))
                .reversed());
        lowestFirst.forEach(
                code -> m49(code).filter(id -> !codes.containsKey(id)).ifPresent(id -> add(code, id)));
        Set<String> taken = Set.copyOf(codes.keySet());
        for (Code code : lowestFirst) {
            if (!ids.containsKey(code.code())) {
                String own = SdmxId.of(code.code());
                add(code, taken.contains(own) || own.equals(WORLD) ? own + OWN : own);
            }
        }
    }

    /** @throws IllegalArgumentException where the list has no such location */
    public String id(String location) {
        String id = ids.get(location);
        if (id == null) {
            throw new IllegalArgumentException("there is no location " + location);
        }
        return id;
    }

    /** The location that has an identifier. */
    public Optional<String> location(String id) {
        return Optional.ofNullable(codes.get(id));
    }

    /** M49's code of a location, if it has one. */
    public static Optional<String> m49(Code location) {
        return Optional.ofNullable(location.attributes().get(M49))
                .filter(m49 -> m49.matches("\\d{1," + M49_DIGITS + "}"))
                .map(m49 -> "0".repeat(M49_DIGITS - m49.length()) + m49);
    }

    private void add(Code code, String id) {
        ids.put(code.code(), id);
        codes.put(id, code.code());
    }
}

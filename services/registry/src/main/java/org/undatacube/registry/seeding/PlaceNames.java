package org.undatacube.registry.seeding;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.util.Optional;

/** Names of countries and regions from Unicode CLDR. */
final class PlaceNames {
    /** Another where the names may be others. */
    static final String VERSION = "ICU " + VersionInfo.ICU_VERSION;

    private static final int M49_DIGITS = 3;

    private PlaceNames() {}

    /** @param code ISO alpha-2 of a country, or a region's M49 number with or without its leading zeros */
    static Optional<String> find(String code, String language) {
        String region = code.matches("\\d+") ? "0".repeat(M49_DIGITS - code.length()) + code : code;
        String name = new ULocale("", region).getDisplayCountry(new ULocale(language));
        // what CLDR does not know it gives back as it is
        return name.equals(region) ? Optional.empty() : Optional.of(name);
    }
}

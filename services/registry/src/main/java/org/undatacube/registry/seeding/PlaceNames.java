package org.undatacube.registry.seeding;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.undatacube.codelists.Code;
import org.undatacube.http.Language;

/** Names of countries and regions from Unicode CLDR. */
final class PlaceNames {
    /** Another where the names may be others. */
    static final String VERSION = "ICU " + VersionInfo.ICU_VERSION;

    private static final int M49_DIGITS = 3;

    private PlaceNames() {}

    /** A place with Unicode's names for the languages in which it has none. */
    static Code completed(Code place) {
        Map<String, String> texts = new TreeMap<>(place.label());
        Map<String, String> origins = new TreeMap<>(place.labelOrigin());
        for (String language : Language.codes()) {
            if (!texts.containsKey(language)) {
                find(place.code(), language).ifPresent(name -> {
                    texts.put(language, name);
                    origins.put(language, "cldr");
                });
            }
        }
        return new Code(
                place.code(),
                place.level(),
                place.parent(),
                texts,
                origins,
                place.definition(),
                place.notes(),
                place.validFrom(),
                place.validTo(),
                place.supersededBy(),
                place.aliases(),
                place.attributes());
    }

    /** @param code ISO alpha-2 of a country, or a region's M49 number with or without its leading zeros */
    private static Optional<String> find(String code, String language) {
        String region = code.matches("\\d+") ? "0".repeat(M49_DIGITS - code.length()) + code : code;
        String name = new ULocale("", region).getDisplayCountry(new ULocale(language));
        // what CLDR does not know it gives back as it is
        return name.equals(region) ? Optional.empty() : Optional.of(name);
    }
}

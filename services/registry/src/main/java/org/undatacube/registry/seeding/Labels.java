package org.undatacube.registry.seeding;

import java.util.Map;
import java.util.TreeMap;
import org.undatacube.registry.Language;

/**
 * The names of a code by language, and where each comes from.
 *
 * @param origins as the reference files say it: {@code *} stands for every language that is not named
 */
record Labels(Map<String, String> texts, Map<String, String> origins) {

    Labels {
        Map<String, String> said = new TreeMap<>();
        for (String language : texts.keySet()) {
            String origin = origins.getOrDefault(language, origins.get("*"));
            if (origin != null) {
                said.put(language, origin);
            }
        }
        origins = said;
    }

    /** With Unicode's names of a place for the languages that have none. */
    Labels completedFor(String place) {
        Map<String, String> all = new TreeMap<>(texts);
        Map<String, String> from = new TreeMap<>(origins);
        for (String language : Language.codes()) {
            if (!all.containsKey(language)) {
                PlaceNames.find(place, language).ifPresent(name -> {
                    all.put(language, name);
                    from.put(language, "cldr");
                });
            }
        }
        return new Labels(all, from);
    }
}

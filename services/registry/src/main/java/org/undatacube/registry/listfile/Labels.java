package org.undatacube.registry.listfile;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.undatacube.http.Language;

/**
 * Names by language, and where each comes from.
 *
 * @param origins as a list's file says it: {@code *} stands for every language that is not named
 */
public record Labels(Map<String, String> texts, Map<String, String> origins) {

    public Labels {
        Map<String, String> said = new TreeMap<>();
        for (String language : texts.keySet()) {
            String origin = origins.getOrDefault(language, origins.get("*"));
            if (origin != null) {
                said.put(language, origin);
            }
        }
        origins = said;
    }

    /** What the columns {@code label_ar} or {@code title_ar} and so on hold, by language; those that are empty left out. */
    public static Map<String, String> texts(Function<String, Optional<String>> fields, String column) {
        Map<String, String> texts = new TreeMap<>();
        Language.codes()
                .forEach(language -> fields.apply(column + "_" + language)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> texts.put(language, text)));
        return texts;
    }
}

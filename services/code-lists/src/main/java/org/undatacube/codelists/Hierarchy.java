package org.undatacube.codelists;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Another way to put the codes of a list together than its own tree: named groups, each with members of its own.
 *
 * @param id unique within its list and no name of one of the list's levels, so that a question can name it in their place
 * @param version semantic, as a list's
 * @param exclusive whether a code belongs to one group at most in any year, so that the groups' figures may be added up
 * @param titles its name by language (ISO 639-1); English is always there
 * @param definition what it is for, or null
 */
public record Hierarchy(
        String id,
        String version,
        boolean exclusive,
        Map<String, String> titles,
        @Schema(nullable = true) String definition,
        List<Group> groups) {

    /**
     * @param code unique within the hierarchy
     * @param label its name by language; English is always there
     * @param definition what its members have in common, or null
     * @param source who says so, or null
     */
    public record Group(
            String code,
            Map<String, String> label,
            Map<String, String> labelOrigin,
            @Schema(nullable = true) String definition,
            @Schema(nullable = true) String source,
            List<Membership> members) {

        public Group {
            label = label == null ? Map.of() : new TreeMap<>(label);
            labelOrigin = labelOrigin == null ? Map.of() : new TreeMap<>(labelOrigin);
            members = members == null ? List.of() : List.copyOf(members);
        }

        public String englishLabel() {
            return label.getOrDefault("en", code);
        }

        /**
         * Its name in a language, or the English one where it has none.
         *
         * @param language ISO 639-1
         */
        public String labelIn(String language) {
            String its = label.get(language);
            return its == null ? englishLabel() : its;
        }
    }

    /**
     * That a code, with all below it in its list, belongs to a group in some years.
     *
     * @param validFrom the first of them, or null
     * @param validTo the last of them, or null
     * @param source who says so, or null
     */
    public record Membership(
            String code,
            @Schema(nullable = true) Integer validFrom,
            @Schema(nullable = true) Integer validTo,
            @Schema(nullable = true) String source) {
        public Membership(String code, Integer validFrom, Integer validTo) {
            this(code, validFrom, validTo, null);
        }

        public boolean holdsIn(int year) {
            return (validFrom == null || validFrom <= year) && (validTo == null || year <= validTo);
        }
    }

    public Hierarchy {
        titles = titles == null ? Map.of() : new TreeMap<>(titles);
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    public String englishTitle() {
        return titles.getOrDefault("en", id);
    }

    public Optional<Group> find(String group) {
        return groups.stream()
                .filter(candidate -> candidate.code().equals(group))
                .findFirst();
    }
}

package org.undatacube.codelists;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One version of a code list with its hierarchy. */
public final class CodeList {
    private final String id;
    private final String title;
    private final String version;
    private final List<String> levels;
    private final Map<String, Code> codes;
    private final Map<String, Code> byFoldedSpelling;

    /**
     * @param levels the names of the hierarchy's levels, top first
     * @param codes in the list's own order, parents anywhere among them
     * @throws IllegalArgumentException where a parent or level is unknown, or a parent is its own descendant
     */
    @JsonCreator
    public CodeList(
            @JsonProperty("id") String id,
            @JsonProperty("title") String title,
            @JsonProperty("version") String version,
            @JsonProperty("levels") List<String> levels,
            @JsonProperty("codes") List<Code> codes) {
        this.id = id;
        this.title = title;
        this.version = version;
        this.levels = List.copyOf(levels);
        this.codes = new LinkedHashMap<>();
        codes.forEach(code -> this.codes.put(code.code(), code));
        this.byFoldedSpelling = new HashMap<>();
        codes.forEach(code -> code.aliases().forEach(alias -> byFoldedSpelling.put(fold(alias.alias()), code)));
        // after the aliases, so that a code always wins over another code's alias
        codes.forEach(code -> byFoldedSpelling.put(fold(code.code()), code));
        codes.forEach(this::requireSoundAncestry);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String version() {
        return version;
    }

    /** Names of the hierarchy's levels, top first. */
    public List<String> levels() {
        return levels;
    }

    /** All codes in the list's own order. */
    public List<Code> codes() {
        return List.copyOf(codes.values());
    }

    public Optional<Code> find(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /**
     * The code that a submitted value means: the code itself, else one of its aliases or its code in another case. The
     * year is not looked at: whether the code may be used in it is {@link Code#isValidIn}.
     */
    public Optional<Code> resolve(String raw) {
        Code exact = codes.get(raw);
        return Optional.ofNullable(exact != null ? exact : byFoldedSpelling.get(fold(raw)));
    }

    /** The code and all above it, top first. */
    public List<Code> path(Code code) {
        Deque<Code> path = new ArrayDeque<>();
        for (Code step = code; step != null; step = step.parent() == null ? null : codes.get(step.parent())) {
            path.addFirst(step);
        }
        return List.copyOf(path);
    }

    /**
     * The member under which a line coded with {@code code} is shown on a level: its ancestor there or, where the
     * hierarchy has none, the nearest above that level. So a line reported above the level asked for keeps its own
     * code, and totals of every level agree.
     */
    public Code memberAt(Code code, String level) {
        int depth = levels.indexOf(level);
        if (depth < 0) {
            throw new IllegalArgumentException(id + " has no level " + level);
        }
        Code member = null;
        for (Code step : path(code)) {
            if (member == null || levels.indexOf(step.level()) <= depth) {
                member = step;
            }
        }
        return member;
    }

    /** The codes whose spelling is nearest to a value that is none of them, best first, for "did you mean". */
    public List<Code> nearest(String raw, int limit) {
        return NearestCodes.find(codes.values(), raw, limit);
    }

    private void requireSoundAncestry(Code code) {
        if (!levels.contains(code.level())) {
            throw new IllegalArgumentException(id + ": " + code.code() + " is on the unknown level " + code.level());
        }
        int steps = 0;
        for (Code step = code; step.parent() != null; steps++) {
            step = codes.get(step.parent());
            if (step == null) {
                throw new IllegalArgumentException(
                        id + ": the parent " + code.parent() + " of " + code.code() + " is not in the list");
            }
            if (steps > levels.size()) {
                throw new IllegalArgumentException(id + ": " + code.code() + " is its own ancestor");
            }
        }
    }

    private static String fold(String spelling) {
        return spelling.strip().toUpperCase(Locale.ROOT);
    }
}

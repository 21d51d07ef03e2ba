package org.undatacube.registry.codelist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Code;

/** A list's next version while it is written, beside the version that it starts from. */
final class Draft {
    private final String listId;
    private final StoredVersion former;
    private final Map<String, PlacedCode> before = new LinkedHashMap<>();
    private final Map<String, PlacedCode> after = new LinkedHashMap<>();
    private Map<String, String> titles;
    private String standard;
    private List<String> levels;
    private int nextReferencePosition;
    private int lastPosition = PlacedCode.AFTER_REFERENCE;

    private Draft(String listId, StoredVersion former, List<PlacedCode> codes) {
        this.listId = listId;
        this.former = former;
        for (PlacedCode placed : codes) {
            before.put(placed.code().code(), placed);
            lastPosition = Math.max(lastPosition, placed.position());
        }
        after.putAll(before);
    }

    static Draft empty(String listId) {
        return new Draft(listId, null, List.of());
    }

    static Draft of(StoredVersion former, List<PlacedCode> codes) {
        Draft draft = new Draft(former.key.listId(), former, codes);
        draft.titles = former.titles;
        draft.standard = former.standard;
        draft.levels = former.levels;
        return draft;
    }

    Draft describedBy(ReferenceList reference) {
        titles = reference.titles();
        standard = reference.standard();
        levels = reference.levels();
        return this;
    }

    /**
     * Puts a code of the reference files at its place.
     *
     * @param keep whether what the list says of the code already stands
     */
    void place(Code code, boolean keep) {
        PlacedCode known = after.get(code.code());
        after.put(code.code(), new PlacedCode(nextReferencePosition++, keep && known != null ? known.code() : code));
    }

    /** Puts a code where it was or, where it is new, at the end. */
    void put(Code code) {
        PlacedCode known = after.get(code.code());
        after.put(code.code(), new PlacedCode(known == null ? ++lastPosition : known.position(), code));
    }

    /** When the version was made that this one starts from. */
    Optional<Instant> madeAt() {
        return Optional.ofNullable(former).map(version -> version.madeAt);
    }

    CodeListView after() {
        List<Code> codes = after.values().stream()
                .sorted(PlacedCode.IN_ORDER)
                .map(PlacedCode::code)
                .toList();
        return new CodeListView(listId, titles, "", standard, levels, codes);
    }

    Change change() {
        CodeListDiff diff = CodeListDiff.between(before(), after());
        return new Change(version(diff).toString(), diff);
    }

    List<String> newCodes() {
        return after.keySet().stream().filter(code -> !before.containsKey(code)).toList();
    }

    /** The codes of which the next version says something else. */
    List<PlacedCode> differing() {
        return after.values().stream()
                .filter(placed -> !placed.equals(before.get(placed.code().code())))
                .toList();
    }

    StoredVersion toVersion(Change change, String contentHash, Instant madeAt, Provenance provenance) {
        StoredVersion version = new StoredVersion();
        version.key = new StoredVersion.Key(listId, former == null ? 1 : former.key.revision() + 1);
        version.version = change.version();
        version.madeAt = madeAt;
        version.madeBy = provenance.by();
        version.reason = provenance.reason();
        version.titles = titles;
        version.standard = standard;
        version.levels = levels;
        version.contentHash = contentHash;
        version.added = change.diff().added().size();
        version.changed = change.diff().changed().size();
        version.retired = change.diff().retired().size();
        return version;
    }

    private CodeListView before() {
        return former == null
                ? new CodeListView(listId, titles, "", standard, levels, List.of())
                : CodeListView.of(
                        former, before.values().stream().map(PlacedCode::code).toList());
    }

    private Version version(CodeListDiff diff) {
        if (former == null) {
            return Version.FIRST;
        }
        Version current = Version.of(former.version);
        if (diff.isEmpty()) {
            return current;
        }
        Impact impact = diff.added().isEmpty() ? Impact.WORDING : Impact.WIDENING;
        if (diff.list().stream().anyMatch(field -> field.field().equals("levels"))) {
            impact = Impact.BREAKING;
        }
        for (CodeListDiff.Changed changed : diff.changed()) {
            impact = impact.orGraver(Impact.of(
                    before.get(changed.code()).code(), after.get(changed.code()).code()));
        }
        return current.next(impact);
    }
}

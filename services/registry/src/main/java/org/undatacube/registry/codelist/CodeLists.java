package org.undatacube.registry.codelist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;

/**
 * Reads code lists, as they are and as they were. A version never changes, so those read last are kept; which version is
 * asked for is looked up every time, in one query that needs no transaction.
 */
@ApplicationScoped
public class CodeLists {
    private static final int NEAREST = 5;
    /** A code takes one to two KiB. */
    private static final int CODES_KEPT = 40_000;

    private final Cache<StoredVersion.Mark, Snapshot> kept = Caffeine.newBuilder()
            .maximumWeight(CODES_KEPT)
            .<StoredVersion.Mark, Snapshot>weigher(
                    (mark, list) -> list.view().codes().size())
            .build();

    @Transactional
    List<CodeListSummary> summaries() {
        return StoredCodeList.ids().stream()
                .map(this::read)
                .map(CodeListSummary::of)
                .toList();
    }

    /** @throws Problem (404) where there is no such list */
    @Transactional(TxType.SUPPORTS)
    public Snapshot read(String id) {
        return snapshot(StoredVersion.latestMark(id).orElseThrow(() -> unknownList(id)));
    }

    /**
     * A list in one of its versions; the latest where neither is given.
     *
     * @param asOf a moment (ISO 8601, with its offset) at which the version was in force
     * @throws Problem (404) where there is no such list, (400) where it has no such version or had none at that moment
     */
    @Transactional(TxType.SUPPORTS)
    public Snapshot read(String id, String version, String asOf) {
        if (version != null && asOf != null) {
            throw Problem.invalidParameter("asOf", asOf, "Ask for a version or for a moment, not for both.", "none");
        }
        if (version != null) {
            return snapshot(StoredVersion.namedMark(id, version).orElseThrow(() -> unknownVersion(id, version)));
        }
        if (asOf != null) {
            return snapshot(StoredVersion.markInForce(id, moment(asOf)).orElseThrow(() -> notYet(id, asOf)));
        }
        return read(id);
    }

    /** All versions of a list, the latest first. */
    @Transactional
    List<VersionView> versions(String id) {
        read(id);
        return StoredVersion.latestFirst(id).stream().map(VersionView::of).toList();
    }

    /** Every version of every list without its codes, in the lists' order, the latest first. */
    @Transactional
    public List<VersionHead> heads() {
        return StoredCodeList.ids().stream()
                .flatMap(id -> StoredVersion.latestFirst(id).stream())
                .map(VersionHead::of)
                .toList();
    }

    /** What is another in one version than in another; the latest where none is named. */
    @Transactional
    VersionDiff diff(String id, String from, String to) {
        return VersionDiff.between(read(id, from, null), read(id, to, null));
    }

    /** All that a list ever said of a code. */
    @Transactional
    CodeHistory history(String id, String code) {
        List<StoredVersion> versions = new ArrayList<>(StoredVersion.latestFirst(id));
        Collections.reverse(versions);
        return CodeHistory.of(id, code, versions, StoredCode.history(id, code));
    }

    /** @throws Problem (404) where the list has no such code; names the nearest spellings */
    static Code find(CodeList list, String code) {
        return list.find(code).orElseThrow(() -> unknownCode(list, code));
    }

    /**
     * @param level null where it does not matter
     * @throws Problem (400) where the list has no such level; names those it has
     */
    public static void requireLevel(CodeList list, String level) {
        if (level != null && !list.levels().contains(level)) {
            throw Problem.invalidParameter(
                    "level", level, "The list " + list.id() + " has no level " + level + ".", list.levels());
        }
    }

    /** The code list of one of the standards, for the rules of other features. */
    @Transactional(TxType.SUPPORTS)
    public CodeList codeList(String id) {
        return read(id).codes();
    }

    private Snapshot snapshot(StoredVersion.Mark mark) {
        return kept.get(
                mark,
                unread -> Snapshot.of(
                        StoredVersion.of(unread),
                        StoredCode.at(unread.listId(), unread.revision()).stream()
                                .map(PlacedCode::code)
                                .toList()));
    }

    /** @throws Problem (400) where it is none */
    public static Instant moment(String asOf) {
        try {
            return Instant.parse(asOf);
        } catch (DateTimeParseException e) {
            throw Problem.invalidParameter(
                    "asOf", asOf, asOf + " is not a moment in ISO 8601.", "e.g. 2026-03-31T12:00:00Z");
        }
    }

    private static Problem unknownCode(CodeList list, String code) {
        Optional<Code> meant = list.resolve(code);
        if (meant.isPresent()) {
            String right = meant.get().code();
            return Problem.notFound(code + " is another spelling of " + right + ".")
                    .with("nearest", List.of(right));
        }
        List<String> nearest = nearest(list, code);
        String hint = nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".";
        return Problem.notFound("The list " + list.id() + " has no code " + code + "." + hint)
                .with("nearest", nearest);
    }

    private static Problem unknownList(String id) {
        List<String> known = StoredCodeList.ids();
        List<String> nearest = NearestSpellings.find(known, id, NEAREST);
        return Problem.notFound("There is no code list " + id + "; there are " + String.join(", ", known) + ".")
                .with("nearest", nearest.isEmpty() ? known : nearest);
    }

    private Problem unknownVersion(String id, String version) {
        return Problem.invalidParameter(
                "version",
                version,
                "The list " + id + " has no version " + version + ".",
                versions(id).stream().map(VersionView::version).toList());
    }

    private Problem notYet(String id, String asOf) {
        List<VersionView> versions = versions(id);
        return Problem.invalidParameter(
                "asOf",
                asOf,
                "The list " + id + " had no version yet.",
                "not before " + versions.get(versions.size() - 1).madeAt());
    }

    /** The codes whose spelling is nearest to a value that is none. */
    public static List<String> nearest(CodeList list, String raw) {
        return list.nearest(raw, NEAREST).stream().map(Code::code).toList();
    }
}

package org.undatacube.registry.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.http.Problem;

/** Reads code lists. Lists change seldom and are read often, so the last snapshot of each is kept. */
@ApplicationScoped
public class CodeLists {
    private static final int NEAREST = 5;

    private final EntityManager entityManager;
    private final Map<String, Snapshot> kept = new ConcurrentHashMap<>();

    CodeLists(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Transactional
    List<CodeListSummary> summaries() {
        Map<String, Long> counts = entityManager
                .createQuery("select c.listId, count(c) from StoredCode c group by c.listId", Tuple.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
        return StoredCodeList.inOrder().stream()
                .map(list -> CodeListSummary.of(list, counts.getOrDefault(list.id, 0L)))
                .toList();
    }

    /** @throws Problem (404) where there is no such list */
    @Transactional(TxType.REQUIRES_NEW)
    Snapshot read(String id) {
        // the list's hash and its codes must be of one moment
        entityManager
                .createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
        StoredCodeList list = StoredCodeList.findById(id);
        if (list == null) {
            throw unknownList(id);
        }
        Snapshot known = kept.get(id);
        if (known != null && known.isOf(list)) {
            return known;
        }
        CodeListView view = CodeListView.of(list, StoredCode.inOrder(id));
        Snapshot fresh = new Snapshot(view, view.toCodeList(), list.contentHash);
        kept.put(id, fresh);
        return fresh;
    }

    /** @throws Problem (404) where there is no such list or it has no such code; names the nearest spellings */
    Code readCode(String listId, String code) {
        CodeList list = read(listId).codes();
        return list.find(code).orElseThrow(() -> unknownCode(list, code));
    }

    /** The code list of one of the standards, for the rules of other features. */
    public CodeList codeList(String id) {
        return read(id).codes();
    }

    private static Problem unknownCode(CodeList list, String code) {
        return list.resolve(code)
                .map(meant -> Problem.notFound(code + " is another spelling of " + meant.code() + ".")
                        .with("nearest", List.of(meant.code())))
                .orElseGet(() -> {
                    List<String> nearest = nearest(list, code);
                    String hint = nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".";
                    return Problem.notFound("The list " + list.id() + " has no code " + code + "." + hint)
                            .with("nearest", nearest);
                });
    }

    private static Problem unknownList(String id) {
        List<Code> ids = StoredCodeList.inOrder().stream()
                .map(list ->
                        new Code(list.id, "list", null, Map.of("en", list.title), null, null, null, null, null, null))
                .toList();
        List<String> known = ids.stream().map(Code::code).toList();
        List<String> nearest = nearest(new CodeList("code-lists", "", "", List.of("list"), ids), id);
        return Problem.notFound("There is no code list " + id + "; there are " + String.join(", ", known) + ".")
                .with("nearest", nearest.isEmpty() ? known : nearest);
    }

    /** The codes whose spelling is nearest to a value that is none. */
    static List<String> nearest(CodeList list, String raw) {
        return list.nearest(raw, NEAREST).stream().map(Code::code).toList();
    }
}

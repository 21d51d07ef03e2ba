package org.undatacube.registry.codelist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Code;

/**
 * What is another in one state of a list than in another.
 *
 * @param list what changed of the list itself: its titles, its levels, the order of its codes
 * @param added the codes that are new, in the list's order
 * @param removed the codes that are not there: none but where a version is compared with a former one
 * @param retired those of the changed codes that may not be reported any more after some year
 * @param changed the codes that differ
 */
public record CodeListDiff(
        List<Field> list, List<Code> added, List<String> removed, List<String> retired, List<Changed> changed) {

    /** @param field the property's name; values as they stand in the list, null for none */
    public record Field(@Schema(nullable = true) String field, Object from, Object to) {}

    /** A code that differs, and in what. */
    public record Changed(String code, List<Field> fields) {}

    static CodeListDiff between(CodeListView before, CodeListView after) {
        Map<String, Code> known = byCode(before);
        Set<String> removed = new LinkedHashSet<>(known.keySet());
        List<Code> added = new ArrayList<>();
        List<String> retired = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Code code : after.codes()) {
            removed.remove(code.code());
            Code former = known.get(code.code());
            if (former == null) {
                added.add(code);
            } else if (!former.equals(code)) {
                changed.add(new Changed(code.code(), fields(former, code)));
                if (former.validTo() == null && code.validTo() != null) {
                    retired.add(code.code());
                }
            }
        }
        return new CodeListDiff(listFields(before, after), added, List.copyOf(removed), retired, changed);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return list.isEmpty() && added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static List<Field> fields(Code before, Code after) {
        List<Field> fields = new ArrayList<>();
        compare(fields, "level", before, after, Code::level);
        compare(fields, "parent", before, after, Code::parent);
        Set<String> languages = new TreeSet<>(before.label().keySet());
        languages.addAll(after.label().keySet());
        for (String language : languages) {
            compare(
                    fields,
                    "label." + language,
                    before,
                    after,
                    code -> code.label().get(language));
            compare(
                    fields,
                    "labelOrigin." + language,
                    before,
                    after,
                    code -> code.labelOrigin().get(language));
        }
        compare(fields, "definition", before, after, Code::definition);
        compare(fields, "notes", before, after, Code::notes);
        compare(fields, "validFrom", before, after, Code::validFrom);
        compare(fields, "validTo", before, after, Code::validTo);
        compare(fields, "supersededBy", before, after, Code::supersededBy);
        compare(fields, "aliases", before, after, Code::aliases);
        compare(fields, "attributes", before, after, Code::attributes);
        return fields;
    }

    private static List<Field> listFields(CodeListView before, CodeListView after) {
        List<Field> fields = new ArrayList<>();
        compare(fields, "titles", before, after, CodeListView::titles);
        compare(fields, "standard", before, after, CodeListView::standard);
        compare(fields, "levels", before, after, CodeListView::levels);
        List<String> formerOrder = new ArrayList<>(byCode(before).keySet());
        List<String> order = new ArrayList<>(byCode(after).keySet());
        order.retainAll(Set.copyOf(formerOrder));
        formerOrder.retainAll(Set.copyOf(order));
        if (!order.equals(formerOrder)) {
            fields.add(new Field("order", formerOrder, order));
        }
        return fields;
    }

    private static <T> void compare(List<Field> fields, String name, T before, T after, Function<T, Object> value) {
        Object from = value.apply(before);
        Object to = value.apply(after);
        if (!Objects.equals(from, to)) {
            fields.add(new Field(name, from, to));
        }
    }

    private static Map<String, Code> byCode(CodeListView view) {
        return view.codes().stream()
                .collect(Collectors.toMap(Code::code, code -> code, (one, other) -> one, LinkedHashMap::new));
    }
}

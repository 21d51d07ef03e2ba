package org.undatacube.aggregation.published;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** Code lists and hierarchies with all their versions, as the registry has them. What was there first is its own. */
final class UpstreamRegistry {
    private final Map<String, List<Version>> lists = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Version>>> hierarchies = new LinkedHashMap<>();

    /** @param document null where the hierarchy was closed */
    private record Version(String version, Instant madeAt, Object document) {
        Map<String, Object> head() {
            return Map.of(
                    "version",
                    version,
                    "madeAt",
                    madeAt.toString(),
                    "madeBy",
                    madeAt.equals(Instant.EPOCH) ? "reference files" : "a key",
                    "closed",
                    document == null);
        }
    }

    synchronized void serve(CodeList list) {
        boolean isFirst = !lists.containsKey(list.id());
        add(lists.computeIfAbsent(list.id(), id -> new ArrayList<>()), list.version(), document(list), isFirst);
    }

    synchronized void serve(Dimension dimension, List<Hierarchy> present) {
        boolean isFirst = !hierarchies.containsKey(dimension.codeList());
        Map<String, List<Version>> its =
                hierarchies.computeIfAbsent(dimension.codeList(), list -> new LinkedHashMap<>());
        its.forEach((id, versions) -> {
            if (present.stream().noneMatch(hierarchy -> hierarchy.id().equals(id))) {
                add(versions, "closed " + versions.size(), null, false);
            }
        });
        present.forEach(hierarchy -> add(
                its.computeIfAbsent(hierarchy.id(), id -> new ArrayList<>()), hierarchy.version(), hierarchy, isFirst));
    }

    synchronized Object document(URI address) {
        String[] path = address.getPath().split("/", -1);
        String query = address.getQuery() == null ? "" : address.getQuery();
        String last = path[path.length - 1];
        if (path.length == 5 || (path.length == 6 && last.equals("versions"))) {
            return versionOrHeads(lists.get(path[4]), last, query);
        }
        Map<String, List<Version>> its = hierarchies.get(path[4]);
        if (path.length > 6) {
            return versionOrHeads(its.get(path[6]), last, query);
        }
        return query.contains("closed")
                ? its.keySet().stream().map(id -> Map.of("id", id)).toList()
                : its.values().stream()
                        .map(versions -> versions.get(versions.size() - 1).document())
                        .filter(document -> document != null)
                        .toList();
    }

    private static Object versionOrHeads(List<Version> versions, String last, String query) {
        if (last.equals("versions")) {
            List<Map<String, Object>> heads = new ArrayList<>();
            versions.forEach(version -> heads.add(0, version.head()));
            return heads;
        }
        return versions.stream()
                .filter(version -> query.isEmpty() || query.equals("version=" + version.version()))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .document();
    }

    private static void add(List<Version> versions, String version, Object document, boolean isFirst) {
        versions.add(new Version(version, isFirst ? Instant.EPOCH : Instant.now(), document));
    }

    private static Map<String, Object> document(CodeList list) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", list.id());
        document.put("title", list.title());
        document.put("version", list.version());
        document.put("levels", list.levels());
        document.put("codes", list.codes());
        return document;
    }
}

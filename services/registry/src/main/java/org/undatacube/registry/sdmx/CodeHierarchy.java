package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Codes put together in a tree.
 *
 * @param levels names of the tree's levels, top first; none where its depth means nothing
 * @param source the codes at its top, read where they are wanted
 */
record CodeHierarchy(Maintainable head, List<Reference> references, List<String> levels, Supplier<List<Node>> source)
        implements Artefact {

    /**
     * A code at its place.
     *
     * @param id unique in the hierarchy
     * @param validFrom the first year in which it has this place, or null
     * @param validTo the last year, or null
     * @param level or null
     */
    record Node(
            String id,
            Reference list,
            String code,
            Integer validFrom,
            Integer validTo,
            String level,
            List<Annotation> annotations,
            List<Node> children) {

        /** Without what is below it. */
        Node alone() {
            return new Node(id, list, code, validFrom, validTo, null, annotations, List.of());
        }
    }

    List<Node> top() {
        return source.get();
    }

    /** The codes of a list that it puts in place. */
    @Override
    public Optional<Set<String>> used(Maintainable list) {
        Set<String> codes = new TreeSet<>();
        collect(top(), list, codes);
        return Optional.of(codes);
    }

    private static void collect(List<Node> nodes, Maintainable list, Set<String> codes) {
        for (Node node : nodes) {
            if (node.list().means(list)) {
                codes.add(node.code());
            }
            collect(node.children(), list, codes);
        }
    }
}

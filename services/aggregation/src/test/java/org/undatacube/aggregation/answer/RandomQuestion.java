package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.codelists.Hierarchy;

/** A question, once as the parameters of a request and once in plain terms for the oracle. */
final class RandomQuestion {
    final Flow cube;
    /** {@code year}, or a dimension and a level. */
    final List<String> drilldowns;

    final List<Condition> conditions = new ArrayList<>();
    final List<String> measures;
    final List<String> orders;
    final Integer limit;
    final int offset;
    final long edition;

    private final Random random;

    /** Codes of a dimension or, where a hierarchy is given, of its groups; or years where the dimension is null. */
    record Condition(Dimension dimension, String hierarchy, List<String> codes, int firstYear, int lastYear) {
        String text() {
            return dimension == null
                    ? "year:" + firstYear + ".." + lastYear
                    : dimension.code() + ":" + (hierarchy == null ? "" : hierarchy + ":") + String.join(";", codes);
        }
    }

    RandomQuestion(RandomCube cubes, Random random) {
        this.random = random;
        cube = random.nextInt(3) == 0 ? Flow.REVENUE : Flow.EXPENSE;
        List<Dimension> dimensions = Stream.concat(Stream.of(Dimension.ENTITY), cube.dimensions().stream())
                .toList();
        List<String> columns = new ArrayList<>(List.of("year"));
        for (Dimension dimension : dimensions) {
            cubes.lists.get(dimension).levels().forEach(level -> columns.add(dimension.code() + "." + level));
            cubes.hierarchies.get(dimension).forEach(hierarchy -> columns.add(dimension.code() + "." + hierarchy.id()));
        }
        drilldowns = some(columns, random.nextInt(4));
        for (int number = random.nextInt(3); number > 0; number--) {
            conditions.add(condition(cubes, dimensions));
        }
        measures = some(List.of("amount", "lines", "entities"), 1 + random.nextInt(3));
        orders = some(Stream.concat(measures.stream(), drilldowns.stream()).toList(), random.nextInt(3)).stream()
                .map(key -> random.nextBoolean() ? key : "-" + key)
                .toList();
        limit = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : null;
        offset = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
        edition = random.nextInt(cubes.changes.size() + 1);
    }

    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "drilldown", String.join(",", drilldowns));
        put(parameters, "cut", conditions.stream().map(Condition::text).collect(Collectors.joining("|")));
        put(parameters, "measures", String.join(",", measures));
        put(parameters, "order", String.join(",", orders));
        put(parameters, "limit", limit == null ? "" : limit.toString());
        put(parameters, "offset", Integer.toString(offset));
        put(parameters, "edition", Long.toString(edition));
        put(parameters, "gaps", "true");
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        parameters.put(name, List.of(value));
    }

    private Condition condition(RandomCube cubes, List<Dimension> dimensions) {
        if (random.nextInt(4) == 0) {
            int first = 2019 + random.nextInt(4);
            return new Condition(null, null, List.of(), first, first + random.nextInt(3));
        }
        Dimension dimension = dimensions.get(random.nextInt(dimensions.size()));
        Set<String> codes = new LinkedHashSet<>();
        for (int number = 1 + random.nextInt(3); number > 0; number--) {
            codes.add(cubes.anyCode(dimension));
        }
        List<Hierarchy> hierarchies = cubes.hierarchies.get(dimension);
        if (!hierarchies.isEmpty() && random.nextBoolean()) {
            return condition(dimension, hierarchies.get(random.nextInt(hierarchies.size())));
        }
        return new Condition(dimension, null, List.copyOf(codes), 0, 0);
    }

    private Condition condition(Dimension dimension, Hierarchy hierarchy) {
        List<String> groups = new ArrayList<>(List.of("-"));
        hierarchy.groups().forEach(group -> groups.add(group.code()));
        return new Condition(dimension, hierarchy.id(), some(groups, 1 + random.nextInt(2)), 0, 0);
    }

    private List<String> some(List<String> items, int count) {
        List<String> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }
}

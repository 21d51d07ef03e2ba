package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** A valid question, read without any check from the parameters of a request. */
record Asked(
        Flow cube,
        List<String> drilldowns,
        List<String> columns,
        List<Cut> cuts,
        List<Bound> where,
        List<String> measures,
        List<Bound> having,
        String subtotals,
        Integer top,
        List<String> per,
        boolean others,
        List<String> orders,
        Integer limit,
        int offset,
        Integer recastTo,
        String consolidation,
        Integer decimals,
        boolean additive,
        long edition) {

    /**
     * @param dimension null where it is about years
     * @param hierarchy where the values are groups
     * @param only where codes below the values are not meant
     */
    record Cut(boolean not, Dimension dimension, String hierarchy, boolean only, Set<String> values) {}

    record Bound(String measure, String operator, BigDecimal value) {
        boolean holds(BigDecimal figure) {
            if (figure == null) {
                return false;
            }
            int sign = figure.compareTo(value);
            return switch (operator) {
                case "eq" -> sign == 0;
                case "ne" -> sign != 0;
                case "lt" -> sign < 0;
                case "le" -> sign <= 0;
                case "gt" -> sign > 0;
                case "ge" -> sign >= 0;
                default -> throw new AssertionError(operator);
            };
        }
    }

    static Asked of(Flow cube, Map<String, String> text, Material material) {
        long last = material.changes().size();
        long edition = text.containsKey("edition") ? Long.parseLong(text.get("edition")) : last;
        List<String> measures = items(text, "measures", ",");
        return new Asked(
                cube,
                items(text, "drilldown", ","),
                items(text, "columns", ","),
                items(text, "cut", "\\|").stream()
                        .map(cut -> cut(cut, material))
                        .toList(),
                bounds(text, "where"),
                measures.isEmpty() ? List.of("amount") : measures,
                bounds(text, "having"),
                text.getOrDefault("subtotals", "none"),
                number(text, "top"),
                items(text, "per", ","),
                text.getOrDefault("others", "true").equals("true"),
                items(text, "order", ","),
                number(text, "limit"),
                Integer.parseInt(text.getOrDefault("offset", "0")),
                recastTo(text.getOrDefault("structure", "then"), edition, material),
                text.getOrDefault("consolidation", "gross"),
                number(text, "decimals"),
                text.getOrDefault("rounding", "half-even").equals("additive"),
                edition);
    }

    static List<String> items(Map<String, String> text, String name, String separator) {
        return text.getOrDefault(name, "").isEmpty()
                ? List.of()
                : List.of(text.get(name).split(separator, -1));
    }

    private static Integer number(Map<String, String> text, String name) {
        return text.containsKey(name) ? Integer.valueOf(text.get(name)) : null;
    }

    /** {@code today} is the year of the edition, which whoever asks for today names. */
    private static Integer recastTo(String structure, long edition, Material material) {
        return switch (structure) {
            case "then" -> null;
            case "today" ->
                material.changes()
                        .get((int) edition - 1)
                        .publishedAt()
                        .atOffset(ZoneOffset.UTC)
                        .getYear();
            default -> Integer.valueOf(structure);
        };
    }

    private static List<Bound> bounds(Map<String, String> text, String name) {
        return items(text, name, "\\|").stream()
                .map(bound -> bound.split(":", -1))
                .map(parts -> new Bound(parts[0], parts[1], new BigDecimal(parts[2])))
                .toList();
    }

    static Cut cut(String text, Material material) {
        boolean not = text.startsWith("!");
        String[] parts = (not ? text.substring(1) : text).split(":", -1);
        String[] values = parts[parts.length - 1].split(";", -1);
        if (parts[0].equals("year")) {
            return new Cut(not, null, null, false, years(values));
        }
        Dimension dimension = Dimension.of(parts[0]);
        if (parts.length > 2 && material.isHierarchy(dimension, parts[1])) {
            return new Cut(not, dimension, parts[1], false, Set.of(values));
        }
        boolean only = parts.length > 2 && parts[1].equals("only");
        return new Cut(not, dimension, null, only, codes(values, dimension, material));
    }

    private static Set<String> years(String... values) {
        Set<String> years = new TreeSet<>();
        for (String value : values) {
            String[] ends = value.split("\\.\\.", -1);
            for (int year = Integer.parseInt(ends[0]); year <= Integer.parseInt(ends[ends.length - 1]); year++) {
                years.add(Integer.toString(year));
            }
        }
        return years;
    }

    /** A range has the codes of its ends' level that stand between them in the list. */
    private static Set<String> codes(String[] values, Dimension dimension, Material material) {
        List<Code> all = material.lists().get(dimension).codes();
        List<String> texts = all.stream().map(Code::code).toList();
        Set<String> codes = new TreeSet<>();
        for (String value : values) {
            if (texts.contains(value)) {
                codes.add(value);
            } else {
                String[] ends = value.split("\\.\\.", -1);
                Code first = all.get(texts.indexOf(ends[0]));
                new ArrayList<>(all.subList(texts.indexOf(ends[0]), texts.indexOf(ends[1]) + 1))
                        .stream()
                                .filter(code -> code.level().equals(first.level()))
                                .forEach(code -> codes.add(code.code()));
            }
        }
        return codes;
    }
}

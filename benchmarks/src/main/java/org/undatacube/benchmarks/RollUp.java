package org.undatacube.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One question, in the words of the API and in SQL.
 *
 * @param breakdown the dimension whose breakdown answers it
 * @param levels as the API names its drilldowns
 * @param cut as the API names it; empty for none
 * @param condition the same in SQL; empty for none
 */
record RollUp(String title, String cube, String breakdown, List<String> levels, String cut, String condition)
        implements Asked {
    static final List<RollUp> TEN = List.of(
            expense("grand total of expenses", List.of()),
            expense("expenses by year", List.of("year")),
            expense("expenses by year and function", List.of("year", "function.function")),
            expense("expenses by entity and function, 2024", List.of("entity.entity", "function.function"))
                    .cut("year:2024", "year = 2024"),
            expense("four entities by year and function, 2022 to 2024", List.of("year", "function.function"))
                    .cut(
                            "entity:UNDP;UNHCR;UNICEF;WFP|year:2022..2024",
                            "entity in ('UNDP', 'UNHCR', 'UNICEF', 'WFP') and year between 2022 and 2024"),
            sdg("SDG goal by year", List.of("sdg.goal", "year")),
            sdg("entity by SDG goal", List.of("entity.entity", "sdg.goal")),
            sdg("SDG target", List.of("sdg.target")),
            revenue("revenue by year and instrument group", List.of("year", "instrument.group")),
            revenue("revenue by entity and instrument", List.of("entity.entity", "instrument.instrument")));

    private static RollUp expense(String title, List<String> levels) {
        return new RollUp(title, "expense", "function", levels, "", "");
    }

    private static RollUp sdg(String title, List<String> levels) {
        return new RollUp(title, "expense", "sdg", levels, "", "");
    }

    private static RollUp revenue(String title, List<String> levels) {
        return new RollUp(title, "revenue", "instrument", levels, "", "");
    }

    private RollUp cut(String words, String sql) {
        return new RollUp(title, cube, breakdown, levels, words, sql);
    }

    @Override
    public String target() {
        return "/api/v1/cubes/" + cube + "/aggregate?drilldown=" + String.join(",", levels)
                + (cut.isEmpty() ? "" : "&cut=" + URLEncoder.encode(cut, StandardCharsets.UTF_8));
    }

    @Override
    public String sql() {
        String columns = levels.stream().map(RollUp::column).collect(Collectors.joining(", "));
        return "select " + columns + (columns.isEmpty() ? "" : ", ") + "sum(amount) from line where cube = '" + cube
                + "' and breakdown = '" + breakdown + "'"
                + (condition.isEmpty() ? "" : " and " + condition)
                + (columns.isEmpty() ? "" : " group by " + columns + " order by " + columns);
    }

    private static String column(String level) {
        return switch (level) {
            case "year" -> "year";
            case "entity.entity" -> "entity";
            case "function.function" -> "function";
            case "instrument.group" -> "instrument_group";
            case "instrument.instrument" -> "instrument";
            case "sdg.goal" -> "goal";
            case "sdg.target" -> "sdg";
            default -> throw new IllegalArgumentException(level);
        };
    }
}

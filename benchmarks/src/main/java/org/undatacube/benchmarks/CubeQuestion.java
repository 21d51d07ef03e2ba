package org.undatacube.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A question of expenses that plain SQL can ask of a wide table too. */
record CubeQuestion(List<Level> drilldowns, List<Cut> cuts, Kind kind) implements Asked {
    private static final int FEW = 10;

    /** Which cells are asked for. */
    enum Kind {
        DETAIL(""),
        ROLL_UP("&subtotals=rollup"),
        CUBE("&subtotals=cube"),
        LARGEST("&order=-amount&limit=" + FEW);

        private final String parameters;

        Kind(String parameters) {
            this.parameters = parameters;
        }
    }

    @Override
    public List<String> levels() {
        return drilldowns.stream().map(Level::key).toList();
    }

    @Override
    public String target() {
        String text = cuts.stream().map(Cut::text).collect(Collectors.joining("|"));
        return "/api/v1/cubes/expense/aggregate?drilldown=" + String.join(",", levels())
                + (cuts.isEmpty() ? "" : "&cut=" + encoded(text))
                + kind.parameters;
    }

    @Override
    public String sql() {
        String columns = drilldowns.stream().map(Level::column).collect(Collectors.joining(", "));
        String conditions = cuts.stream().map(Cut::condition).collect(Collectors.joining(" and "));
        return "select " + columns + ", sum(amount) from " + WideTable.NAME
                + (cuts.isEmpty() ? "" : " where " + conditions)
                + " group by "
                + switch (kind) {
                    case DETAIL -> columns + " order by " + columns;
                    case ROLL_UP -> "rollup (" + columns + ")";
                    case CUBE -> "cube (" + columns + ")";
                    case LARGEST -> columns + " order by sum(amount) desc limit " + FEW;
                };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

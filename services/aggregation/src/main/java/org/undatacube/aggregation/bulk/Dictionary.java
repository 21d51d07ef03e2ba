package org.undatacube.aggregation.bulk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.codelists.Flow;

/** What the columns mean and how to add up, for people. */
final class Dictionary {
    private static final String HOW = """

            ## How to add up

            An entity may give several breakdowns **of the same money**: by function and again by goal. Never add up all \
            lines. `answers.csv` says for every year, entity and set of dimensions which one breakdown to read; the set is \
            that of all dimensions that your question groups or filters by, besides year and entity. Where there is no row, \
            that entity's year is not covered: its amount is the `control_total` in `breakdowns.csv`.

            `at_…` columns of the code lists say under which member lines of a code are shown on a level. Lines that were \
            coded above a level keep their own code there, so that all levels have the same total.

            A cell that begins with an apostrophe is text that a spreadsheet would take for a formula: take one apostrophe \
            away.

            With DuckDB, in the folder of this file:

            ```sql
            create view lines as select * replace (year::int as year, breakdown::bigint as breakdown,
                amount::decimal(38, 9) as amount) from read_csv('lines/*.csv', all_varchar = true, header = true);
            create view answers as select * replace (year::int as year, breakdown::bigint as breakdown)
                from read_csv('answers.csv', all_varchar = true, header = true);
            %s
            ```

            The same with the Parquet files: `read_parquet('year=*/part-0.parquet', hive_partitioning = true)` has the \
            same columns.
            """;

    private static final String EXPENSE = """
            -- totals by year
            select year, sum(amount) from lines join answers using (year, breakdown)
            where answers.dimensions = 'none' group by year order by year;
            -- by SDG and year
            select codes.at_goal, year, sum(amount) from lines join answers using (year, breakdown)
            join read_csv('codes/sdgs.csv', all_varchar = true, header = true) codes on codes.code = lines.sdg
            where answers.dimensions = 'sdg' group by all order by all;""";

    private static final String REVENUE = """
            -- totals by year
            select year, sum(amount) from lines join answers using (year, breakdown)
            where answers.dimensions = 'none' group by year order by year;
            -- by funding type and year
            select codes.at_group, year, sum(amount) from lines join answers using (year, breakdown)
            join read_csv('codes/instruments.csv', all_varchar = true, header = true) codes on codes.code = lines.instrument
            where answers.dimensions = 'instrument' group by all order by all;""";

    private static final String CHANGES = """

            ## How to bring an earlier edition up to date

            Lines never change and breakdowns are added or removed as a whole. Delete the lines whose breakdown is in \
            `breakdowns-removed.csv`, add those of `lines-added`, and put `breakdowns.csv`, `answers.csv` and `codes` in the \
            place of your own. `lines-removed` is there to see what went.
            """;

    private Dictionary() {}

    static String of(Product product, List<Table> tables) {
        StringBuilder text = new StringBuilder("# " + DataPackage.title(product) + "\n\nPublished "
                + product.to().publishedAt() + ". Amounts are United States dollars, exact.\n");
        if (product.from().isPresent()) {
            text.append(CHANGES);
        } else {
            text.append(HOW.formatted(product.cube() == Flow.EXPENSE ? EXPENSE : REVENUE));
        }
        text.append("\n## Tables\n");
        Set<String> before = new HashSet<>();
        // those of the years are all alike
        tables.stream().filter(table -> before.add(ofAllYears(table))).forEach(table -> text.append(table(table)));
        return text.toString();
    }

    private static String ofAllYears(Table table) {
        return table.file().replaceAll("/[0-9]+\\.csv$", "/*.csv");
    }

    private static String table(Table table) {
        return table.columns().stream()
                .map(column -> "| `" + column.name() + "` | " + column.type() + " | " + column.description()
                        + column.references()
                                .map(target -> " (of `" + target + "`)")
                                .orElse("")
                        + " |")
                .collect(Collectors.joining(
                        "\n",
                        "\n### `" + ofAllYears(table) + "`\n\n" + table.title()
                                + ".\n\n| column | type | meaning |\n| --- | --- | --- |\n",
                        "\n"));
    }
}

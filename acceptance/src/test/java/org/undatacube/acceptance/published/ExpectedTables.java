package org.undatacube.acceptance.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** The totals to the cent, up to 2022, that were computed beforehand. */
public final class ExpectedTables {
    /** The project's codes of the names that the tables use. */
    static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Development Assistance", "E01"),
            Map.entry("Humanitarian Assistance", "E02"),
            Map.entry("Peace Operations", "E03"),
            Map.entry("Global Agenda and Specialised Assistance", "E04"),
            Map.entry("Other (combined Normative and Technical Cooperation)", "E0X"),
            Map.entry("Assessed contributions", "R01"),
            Map.entry("Voluntary core (un-earmarked) contributions", "R02"),
            Map.entry("Voluntary non-core (earmarked) contributions", "R03"),
            Map.entry("Revenue from other activities", "R04"),
            Map.entry("x00", "X00"),
            Map.entry("UNRISD", "UN-UNRISD"),
            Map.entry("DPO", "UN-DPO"),
            Map.entry("UNWTO", "UN Tourism"));

    private static final Set<String> NO_MEMBERS = Set.of("year", "rows", "total");

    private ExpectedTables() {}

    /** A table with a row for each year and a column for each member. */
    public static Figures byYearAnd(String name) {
        Figures figures = new Figures();
        for (NamedCsvRecord row : SharedData.rows("expected/" + name)) {
            row.getFieldsAsMap().forEach((column, amount) -> {
                if (!NO_MEMBERS.contains(column)) {
                    figures.add(row.getField("year") + " " + code(column), new BigDecimal(amount));
                }
            });
        }
        return figures;
    }

    /** A table with a row for each entity, member and year. */
    public static Figures byEntityYearAnd(String memberColumn, String name) {
        Figures figures = new Figures();
        for (NamedCsvRecord row : SharedData.rows("expected/" + name)) {
            figures.add(
                    "%s %s %s"
                            .formatted(
                                    code(row.getField("entity")),
                                    code(row.getField(memberColumn)),
                                    row.getField("year")),
                    new BigDecimal(row.getField("amount")));
        }
        return figures;
    }

    static String code(String name) {
        return CODES.getOrDefault(name, name);
    }
}

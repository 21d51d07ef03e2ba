package org.undatacube.acceptance.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Revenue by contributor, of which CEB's file has names and categories. A name of which CEB's list has exactly one code
 * becomes that code, any other the code of the category's type.
 */
public final class ContributorLines {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Government", "C01"),
            Map.entry("NGOs", "C02"),
            Map.entry("Non-Government", "C02"),
            Map.entry("Public Private Partnership", "C03"),
            Map.entry("Multilateral - IFIs", "C04A"),
            Map.entry("Multilateral - Global Funds", "C04B"),
            Map.entry("Multilateral - UN Orgs", "C04C"),
            Map.entry("Multilateral - UN Pooled Funds", "C04D"),
            Map.entry("Multilateral - Other", "C04E"),
            Map.entry("Foundations", "C05"),
            Map.entry("Private Sector", "C06"),
            Map.entry("Academic", "C07"),
            Map.entry("European Union", "C08A"),
            Map.entry("Other", "C08B"),
            Map.entry("Other Contributors", "C08B"),
            Map.entry("No Contributor", "C09"));

    private final Map<String, Contributor> contributors = new HashMap<>();

    /** @param type that which the lists say the contributor is of */
    public record Line(String contributor, String type, BigDecimal amount) {}

    private record Contributor(String code, String type) {}

    public ContributorLines() {
        Set<String> ambiguous = new HashSet<>();
        for (NamedCsvRecord row : SharedData.rows("ceb-codes/DONORS.csv")) {
            Contributor contributor = new Contributor(
                    row.getField("CEB CODE").strip(),
                    row.getField("CONTRIBUTOR TYPE").strip());
            Contributor other = contributors.putIfAbsent(row.getField("NAME").strip(), contributor);
            if (other != null && !other.equals(contributor)) {
                ambiguous.add(row.getField("NAME").strip());
            }
        }
        contributors.keySet().removeAll(ambiguous);
    }

    /** An entity's lines of a year, in the file's order. */
    public List<Line> of(String entity, int year) {
        List<Line> lines = new ArrayList<>();
        for (NamedCsvRecord row : SharedData.rows("ceb-published/revenue_contributor_entity_instrument_year.csv")) {
            if (row.getField("entity").equals(entity) && row.getField("year").equals(Integer.toString(year))) {
                String type = TYPES.get(row.getField("category"));
                Contributor contributor =
                        contributors.getOrDefault(row.getField("contributor"), new Contributor(type, type));
                lines.add(new Line(contributor.code(), contributor.type(), new BigDecimal(row.getField("amount"))));
            }
        }
        return lines;
    }
}

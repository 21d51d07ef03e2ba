package org.undatacube.acceptance.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** One of CEB's raw files, summed as plainly as can be. */
public enum RawFile {
    REVENUE("revenue_sub_agency.csv"),
    EXPENSES("expenses_sub_agency.csv"),
    SDGS("expenses_sdgs.csv");

    private final String name;

    RawFile(String name) {
        this.name = name;
    }

    public String path() {
        return SharedData.file("ceb-published/" + name).toString();
    }

    /** The exact sums by some of the file's columns. */
    public Figures by(String... columns) {
        Figures figures = new Figures();
        for (NamedCsvRecord row : SharedData.rows("ceb-published/" + name)) {
            String coordinates = List.of(columns).stream()
                    .map(row::getField)
                    .map(ExpectedTables::code)
                    .collect(Collectors.joining(" "));
            figures.add(coordinates, amount(row.getField("amount")));
        }
        return figures;
    }

    private static BigDecimal amount(String written) {
        String text = written.strip();
        return text.isEmpty() || text.equals("-") ? BigDecimal.ZERO : new BigDecimal(text);
    }
}

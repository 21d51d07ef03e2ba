package org.undatacube.aggregation.indicator;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.query.SubsetReader;
import org.undatacube.http.SpreadsheetText;

/**
 * An indicator's figures as CSV (RFC 4180) with a header. What is not known is empty. Text that a spreadsheet would run as a
 * formula has an apostrophe put before it.
 */
final class IndicatorCsv {

    private final boolean byYear;
    private final boolean byEntity;

    private IndicatorCsv(List<String> by) {
        this.byYear = by.contains(SubsetReader.YEAR);
        this.byEntity = by.contains(SubsetReader.ENTITY);
    }

    static byte[] bytes(IndicatorView view) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            new IndicatorCsv(view.by()).write(view, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(IndicatorView view, CsvWriter csv) {
        csv.writeRecord(header());
        for (IndicatorView.Value value : view.values()) {
            List<String> fields = new ArrayList<>();
            if (byYear) {
                fields.add(value.year().toString());
            }
            if (byEntity) {
                fields.add(SpreadsheetText.guard(value.entity().code()));
                fields.add(SpreadsheetText.guard(value.entity().label()));
            }
            fields.add(text(value.numerator()));
            fields.add(text(value.denominator()));
            fields.add(text(value.value()));
            fields.add(Integer.toString(value.coverage().entityYearsReporting()));
            fields.add(Integer.toString(value.coverage().entityYearsCovered()));
            fields.add(value.coverage().amountReported().toString());
            fields.add(value.coverage().amountCovered().toString());
            csv.writeRecord(fields);
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        if (byYear) {
            header.add("year");
        }
        if (byEntity) {
            header.addAll(List.of("entity", "entity.label"));
        }
        header.addAll(List.of(
                "numerator",
                "denominator",
                "value",
                "entityYearsReporting",
                "entityYearsCovered",
                "amountReported",
                "amountCovered"));
        return header;
    }

    private static String text(Quantity quantity) {
        return quantity == null ? "" : quantity.shown().toString();
    }
}

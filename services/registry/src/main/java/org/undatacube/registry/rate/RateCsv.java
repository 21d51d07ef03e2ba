package org.undatacube.registry.rate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.undatacube.codelists.ExchangeRates;

/** Exchange rates as CSV (RFC 4180) with a header. */
final class RateCsv {
    private RateCsv() {}

    static String write(ExchangeRates rates) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("currency", "year", "unitsPerUsd", "source", "version");
            rates.rates()
                    .forEach(rate -> csv.writeRecord(
                            rate.currency(),
                            Integer.toString(rate.year()),
                            rate.unitsPerUsd().toPlainString(),
                            rate.source(),
                            rates.version()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

package org.undatacube.contributions.validation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.Dimension;

/** Which financing instruments and types of contributors belong together. */
record FundingPairs(List<Pair> pairs) {
    /** As in {@code rules/funding-pairs.csv}. */
    static final FundingPairs TABLE = read();

    /**
     * What belongs to a code.
     *
     * @param dimension of the code: instrument or contributor
     * @param others codes of the other dimension
     * @param source why
     */
    record Pair(Dimension dimension, String code, List<String> others, String source) {
        /** What would be right. */
        String expected() {
            Dimension other = dimension == Dimension.INSTRUMENT ? Dimension.CONTRIBUTOR : Dimension.INSTRUMENT;
            return dimension.code() + " " + code + " goes with " + other.code() + " " + String.join(" or ", others);
        }
    }

    FundingPairs {
        pairs = List.copyOf(pairs);
    }

    /**
     * The pair that a line contradicts.
     *
     * @param instrument the line's instrument and what is above it, top first
     * @param contributor the line's contributor and what is above it, top first
     */
    Optional<Pair> mismatch(List<String> instrument, List<String> contributor) {
        return pairs.stream()
                .filter(pair -> pair.dimension() == Dimension.INSTRUMENT
                        ? instrument.contains(pair.code())
                                && pair.others().stream().noneMatch(contributor::contains)
                        : contributor.contains(pair.code())
                                && pair.others().stream().noneMatch(instrument::contains))
                .findFirst();
    }

    private static FundingPairs read() {
        List<Pair> pairs = new ArrayList<>();
        try (InputStream table = FundingPairs.class.getResourceAsStream("/rules/funding-pairs.csv");
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : csv) {
                pairs.add(new Pair(
                        Dimension.of(row.getField("dimension")),
                        row.getField("code"),
                        List.of(row.getField("belongs").split(" ", -1)),
                        row.getField("source")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FundingPairs(pairs);
    }
}

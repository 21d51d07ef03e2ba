package org.undatacube.contributions.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.undatacube.codelists.Dimension;

/**
 * What is shown of a line, in the order of the columns: what was submitted, digit for digit, with what it is in dollars
 * beside and the rate by which it was converted.
 */
public enum LineColumn {
    BREAKDOWN("breakdown", Kind.WHOLE_NUMBER, line -> Long.toString(line.breakdown())),
    LINE("line", Kind.WHOLE_NUMBER, line -> Integer.toString(line.number())),
    ENTITY(Dimension.ENTITY),
    FUNCTION(Dimension.FUNCTION),
    LOCATION(Dimension.LOCATION),
    INSTRUMENT(Dimension.INSTRUMENT),
    SDG(Dimension.SDG),
    CONTRIBUTOR(Dimension.CONTRIBUTOR),
    GEM(Dimension.GEM),
    AMOUNT("amount", Kind.DECIMAL, line -> line.stated().digits()),
    CURRENCY("currency", Kind.TEXT, Line::currency),
    AMOUNT_USD("amountUsd", Kind.DECIMAL, line -> line.dollars().digits()),
    UNITS_PER_USD(
            "unitsPerUsd",
            Kind.DECIMAL,
            line -> line.rate().map(BigDecimal::toPlainString).orElse(null)),
    RATE_YEAR(
            "rateYear",
            Kind.WHOLE_NUMBER,
            (line, rates) -> line.rate().isPresent() ? Integer.toString(rates.year()) : null),
    RATES_VERSION("ratesVersion", Kind.TEXT, (line, rates) -> line.rate().isPresent() ? rates.version() : null),
    BASIS("basis", Kind.TEXT, line -> line.basis() == null ? null : line.basis().name()),
    LINE_ID("lineId", Kind.TEXT, Line::lineId),
    NOTE("note", Kind.TEXT, Line::note),
    SPLIT_LINE("splitLine", Kind.WHOLE_NUMBER, ofSplit(split -> Integer.toString(split.firstLine()))),
    SPLIT_AMOUNT("splitAmount", Kind.DECIMAL, ofSplit(split -> split.whole().digits())),
    SPLIT_PERCENT("splitPercent", Kind.DECIMAL, ofSplit(split -> split.percent().toPlainString()));

    /** In the order in which they are shown. */
    public static final List<LineColumn> ALL = List.of(values());

    /** What its values are. */
    public enum Kind {
        WHOLE_NUMBER,
        DECIMAL,
        TEXT
    }

    /**
     * The exchange rates by which a submission was judged.
     *
     * @param year the submission's
     * @param version may be null
     */
    public record Rates(int year, String version) {
        public static Rates of(Submission submission) {
            return new Rates(submission.year, submission.listsVersion.get("exchange-rates"));
        }
    }

    private final String title;
    private final Kind kind;
    private final BiFunction<Line, Rates, String> value;

    LineColumn(Dimension dimension) {
        this(dimension.code(), Kind.TEXT, line -> line.codes().get(dimension));
    }

    LineColumn(String title, Kind kind, Function<Line, String> value) {
        this(title, kind, (line, rates) -> value.apply(line));
    }

    LineColumn(String title, Kind kind, BiFunction<Line, Rates, String> value) {
        this.title = title;
        this.kind = kind;
        this.value = value;
    }

    private static Function<Line, String> ofSplit(Function<Line.Split, String> value) {
        return line -> line.split() == null ? null : value.apply(line.split());
    }

    /** Its name in every format. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** Null where the line says nothing there. */
    public String of(Line line, Rates rates) {
        return value.apply(line, rates);
    }
}

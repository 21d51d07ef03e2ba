package org.undatacube.contributions.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Dimension;

/** What a line may say: properties of a JSON line, columns of a CSV file. */
public enum LineField {
    ENTITY("entity", Dimension.ENTITY),
    FUNCTION("function", Dimension.FUNCTION),
    LOCATION("location", Dimension.LOCATION),
    INSTRUMENT("instrument", Dimension.INSTRUMENT),
    SDG("sdg", Dimension.SDG),
    /** Beside a target or in its place: what the tables that agencies draw up have in a column of its own. */
    GOAL("goal", null),
    /** Several with percentages, instead of one. */
    SDGS("sdgs", null),
    CONTRIBUTOR("contributor", Dimension.CONTRIBUTOR),
    GEM("gem", Dimension.GEM),
    AMOUNT("amount", null),
    CURRENCY("currency", null),
    BASIS("basis", null),
    LINE_ID("lineId", null),
    NOTE("note", null);

    /** In the order of the standards. */
    static final List<LineField> DIMENSIONS = List.of(FUNCTION, LOCATION, INSTRUMENT, SDG, CONTRIBUTOR, GEM);

    private static final Map<String, LineField> BY_SPELLING =
            Stream.of(values()).collect(Collectors.toMap(LineField::spelling, Function.identity()));

    private final String spelling;
    private final Dimension dimension;

    LineField(String spelling, Dimension dimension) {
        this.spelling = spelling;
        this.dimension = dimension;
    }

    /** Its name in JSON and CSV. */
    public String spelling() {
        return spelling;
    }

    Dimension dimension() {
        return dimension;
    }

    /** Whether it is a code of a list. */
    public boolean isCode() {
        return dimension != null;
    }

    public static Optional<LineField> find(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling));
    }

    public static List<String> spellings() {
        return Stream.of(values()).map(LineField::spelling).toList();
    }
}

package org.undatacube.contributions.validation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A line as it was sent, before any rule looked at it. Made anew for each line by a parser. */
public final class StatedLine {
    private static final int ALONE = -1;

    private final long row;
    private final Pointers pointers;
    private final Map<LineField, String> values = new EnumMap<>(LineField.class);
    private final Set<LineField> unreadable = EnumSet.noneOf(LineField.class);
    private List<String> cells;

    /** Where in the body each field of a line stands, in the body's own way of saying so. */
    @FunctionalInterface
    public interface Pointers {
        /** Null where there is no other way than row and field. */
        String to(String field);
    }

    private StatedLine(long row, Pointers pointers) {
        this.row = row;
        this.pointers = pointers;
    }

    /** @param row line of the file, its header being 1 */
    public static StatedLine ofRow(long row) {
        return new StatedLine(row, field -> null);
    }

    /** @param row of the sheet */
    public static StatedLine ofRow(long row, Pointers pointers) {
        return new StatedLine(row, pointers);
    }

    /**
     * @param lines the JSON pointer of the array of lines
     * @param index the line's place in it, from 0
     */
    public static StatedLine ofJson(String lines, long index) {
        return new StatedLine(index + 1, field -> lines + "/" + index + "/" + JsonPointer.escape(field));
    }

    /** A line that is a body of its own, of JSON. */
    public static StatedLine alone() {
        return new StatedLine(ALONE, field -> null);
    }

    /** Blank text means that nothing is given. */
    public void state(LineField field, String value) {
        if (value != null && !value.isBlank()) {
            values.put(field, value);
        }
    }

    public boolean has(LineField field) {
        return values.containsKey(field);
    }

    /** Says that something is given that could not be read, so that the line is not taken for one that lacks it. */
    public void markUnreadable(LineField field) {
        unreadable.add(field);
    }

    boolean isUnreadable(LineField field) {
        return unreadable.contains(field);
    }

    /** Whether the line says something there, readable or not. */
    public boolean mentions(LineField field) {
        return has(field) || isUnreadable(field);
    }

    /** Whether the line says something in a dimension: a goal, or shares of several, are in that of the goals and targets. */
    boolean givesDimension(LineField field) {
        return mentions(field) || (field == LineField.SDG && (mentions(LineField.GOAL) || mentions(LineField.SDGS)));
    }

    /** As it was sent; null where nothing is given, or it could not be read. */
    public String value(LineField field) {
        return values.get(field);
    }

    /** Keeps the cells of a row that cannot be told apart, to give them back as they came. */
    public StatedLine sentAs(List<String> raw) {
        cells = List.copyOf(raw);
        return this;
    }

    /** The cells of a row that cannot be told apart; empty for others. */
    public Optional<List<String>> cells() {
        return Optional.ofNullable(cells);
    }

    /** Line of the file, or number of the line within its breakdown. */
    public long row() {
        return row;
    }

    public Place at(LineField field) {
        return at(field.spelling());
    }

    /** Where one of its fields stands. */
    public Place at(String field) {
        return row == ALONE
                ? Place.ofProperty(field, "/" + JsonPointer.escape(field))
                : new Place(row, field, pointers.to(field));
    }
}

package org.undatacube.contributions.validation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A line as it was sent, before any rule looked at it. Made anew for each line by a parser. */
public final class StatedLine {
    private final long row;
    private final Pointers pointers;
    private final Map<LineField, String> values = new EnumMap<>(LineField.class);
    private final Set<LineField> unreadable = EnumSet.noneOf(LineField.class);

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

    /** Whether the line gives a dimension: a code of it, or shares of several. */
    boolean gives(LineField dimension) {
        return mentions(dimension) || (dimension == LineField.SDG && mentions(LineField.SDGS));
    }

    String value(LineField field) {
        return values.get(field);
    }

    public Place at(LineField field) {
        return at(field.spelling());
    }

    /** Where one of its fields stands. */
    public Place at(String field) {
        return new Place(row, field, pointers.to(field));
    }
}

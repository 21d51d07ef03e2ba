package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;

/**
 * A value that was sent, or a part of one.
 *
 * @param pointer where in a JSON body the value is (RFC 6901); null where it is in an address
 * @param place at which character of the value it begins, the first being 1
 */
record Item(String parameter, String pointer, String text, int place) {
    private static final int SUGGESTIONS = 3;
    /** A longer text is nobody's slip of the pen, and comparing it with every code would take long. */
    private static final int LONGEST_WORD = 60;

    List<Item> split(char separator) {
        List<Item> items = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            items.add(part(start, end));
            start = end + 1;
        }
        items.add(part(start, text.length()));
        return items;
    }

    /** The characters from one to before another, without the blanks around them. */
    Item part(int from, int to) {
        String part = text.substring(from, to);
        int blanks = part.length() - part.stripLeading().length();
        return new Item(parameter, pointer, part.strip(), place + from + blanks);
    }

    Item after(int from) {
        return part(from, text.length());
    }

    /** As it may stand in a sentence about it. */
    String shown() {
        return Excerpt.of(text);
    }

    boolean mayBeMisspelt() {
        return !text.isEmpty() && text.length() <= LONGEST_WORD;
    }

    Problem wrong(String detail, Object expected) {
        return wrongValue(detail, expected).with("place", place);
    }

    /** A problem with the whole of a value, in which there is no place to point at. */
    Problem wrongValue(String detail, Object expected) {
        return Problem.invalidParameter(parameter, shown(), detail, expected).with("pointer", pointer);
    }

    /** A problem with a word that should be one of some others. */
    Problem unknown(String detail, Collection<String> right) {
        return unknownValue(detail, right).with("place", place);
    }

    Problem unknownValue(String detail, Collection<String> right) {
        List<String> nearest = mayBeMisspelt() ? NearestSpellings.find(right, text, SUGGESTIONS) : List.of();
        String question = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
        return wrongValue(detail + question, List.copyOf(right)).with("nearest", nearest.isEmpty() ? null : nearest);
    }
}

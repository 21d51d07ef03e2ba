package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.undatacube.http.Problem;

/**
 * One item of a parameter that lists several.
 *
 * @param place at which character of the parameter's value it begins, the first being 1
 */
record Item(String parameter, String text, int place) {

    /** The items of a list; an empty one is kept, so that its reader can refuse it. */
    static List<Item> split(String parameter, String value, char separator) {
        return new Item(parameter, value, 1).split(separator);
    }

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
        return new Item(parameter, part.strip(), place + from + blanks);
    }

    Problem wrong(String detail, Object expected) {
        return Problem.invalidParameter(parameter, text, detail, expected).with("place", place);
    }

    /** A problem with a word that should be one of some others. */
    Problem unknown(String detail, Collection<String> right) {
        return Parameters.wrong(parameter, text, detail, right, text).with("place", place);
    }
}

package org.undatacube.registry.codelist;

import java.util.List;
import org.undatacube.http.Problem;

/**
 * A part of what passes the filters.
 *
 * @param offset how many codes come before
 * @param limit how many at most; null for all that are left
 */
record Page(int offset, Integer limit) {
    private static final int MOST = 10_000;

    /**
     * @param limit as it was asked for; null for all
     * @param cursor null at the beginning
     * @throws Problem (400) where the limit is no number, too small or too large
     */
    static Page of(String limit, Cursor cursor) {
        int offset = cursor == null ? 0 : cursor.offset();
        if (limit == null) {
            return new Page(offset, null);
        }
        if (!limit.matches("[1-9]\\d{0,4}") || Integer.parseInt(limit) > MOST) {
            throw Problem.invalidParameter(
                    "limit", limit, limit + " is not how many codes a page can have.", "1 to " + MOST + ", or none");
        }
        return new Page(offset, Integer.valueOf(limit));
    }

    <T> List<T> of(List<T> all) {
        return all.subList(Math.min(offset, all.size()), end(all.size()));
    }

    /** Where the page after this one begins. */
    int end(int total) {
        return limit == null ? total : Math.min(offset + limit, total);
    }
}

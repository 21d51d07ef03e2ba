package org.undatacube.contributions.export;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.submission.LineKey;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.SearchParameters;
import org.undatacube.http.Problem;

/**
 * Some of a submission's lines. Where a page ends is said by the last line on it, not by how many there were: so lines
 * that are appended or taken away between two pages move no others from one page to another.
 *
 * @param next empty on the last page
 */
record LinePage(List<Line> lines, Optional<Cursor> next) {
    private static final int LARGEST = 1_000;

    /** The last line of the page before, which need not be there any more. */
    record Cursor(LineKey after) {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");
        private static final Cursor BEGINNING = new Cursor(new LineKey(0, 0));

        static Optional<Cursor> find(String text) {
            return Optional.of(FORM.matcher(text))
                    .filter(Matcher::matches)
                    .map(form ->
                            new Cursor(new LineKey(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)))));
        }

        @Override
        public String toString() {
            return after.breakdown() + "-" + after.number();
        }
    }

    /** Which page is wanted. */
    record Asked(Cursor cursor, int limit) {
        /**
         * @return empty where neither is given: all lines are wanted
         * @throws Problem (400) that names the parameter that cannot be read
         */
        static Optional<Asked> of(String cursor, String limit) {
            if (cursor == null && limit == null) {
                return Optional.empty();
            }
            return Optional.of(new Asked(
                    SearchParameters.choice("cursor", cursor, Cursor::find, "the next of the page before")
                            .orElse(Cursor.BEGINNING),
                    limit == null ? LARGEST : SearchParameters.limit(limit, LARGEST)));
        }
    }

    static LinePage read(LineStore store, Collection<Long> breakdowns, Asked asked) {
        // one more than asked for tells whether there is a next page
        List<Line> found = store.after(asked.cursor().after(), breakdowns, asked.limit() + 1);
        if (found.size() <= asked.limit()) {
            return new LinePage(found, Optional.empty());
        }
        List<Line> lines = found.subList(0, asked.limit());
        return new LinePage(
                lines, Optional.of(new Cursor(lines.get(lines.size() - 1).key())));
    }
}

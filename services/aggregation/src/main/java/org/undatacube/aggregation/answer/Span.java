package org.undatacube.aggregation.answer;

import org.undatacube.aggregation.query.Question;

/** Which places of a list are given, from the first to before the last. */
record Span(int from, int to) {
    static Span of(Question.Page page, int count) {
        int from = Math.min(page.offset(), count);
        int to = page.limit().map(limit -> Math.min(limit, count - from) + from).orElse(count);
        return new Span(from, to);
    }

    int length() {
        return to - from;
    }

    /** What of it is in a part of the list, counted from the part's beginning. */
    Span within(int before, int count) {
        int first = Math.min(Math.max(0, from - before), count);
        int end = Math.min(Math.max(first, to - before), count);
        return new Span(first, end);
    }
}

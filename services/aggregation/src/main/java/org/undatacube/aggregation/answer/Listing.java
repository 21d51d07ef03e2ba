package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.query.Question;

/**
 * The cells of an answer without columns.
 *
 * @param page those that are given
 * @param count of all pages
 */
record Listing(List<Cell> page, long count) {

    static Listing of(Inquiry inquiry, GroupingSets sets, Shown shown, Presentation presentation) {
        Question question = inquiry.question();
        List<int[]> visible = new ArrayList<>();
        int count = 0;
        for (int set : sets.shown()) {
            visible.add(shown.visible(shown.rows(set)));
            count += visible.get(visible.size() - 1).length;
        }
        Span span = Span.of(question.page(), count);
        if (question.page().limit().isEmpty()) {
            inquiry.requireNotTooMany(span.length());
        }
        List<Cell> page = new ArrayList<>(span.length());
        int before = 0;
        for (int index = 0; index < visible.size(); index++) {
            int[] its = visible.get(index);
            Span part = span.within(before, its.length);
            before += its.length;
            if (part.length() > 0) {
                Rows rows = shown.rows(sets.shown().get(index));
                List<String> grouping = presentation.grouping(rows.set());
                for (int row : shown.order().sorted(rows, its, part.from(), part.to())) {
                    page.add(new Cell(presentation.keys(rows, row), presentation.figures(rows, row), grouping));
                }
            }
        }
        return new Listing(page, count);
    }
}

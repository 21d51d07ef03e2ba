package org.undatacube.registry.codelist;

import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.http.Problem;
import org.undatacube.registry.listfile.ListCsv;

/** What is asked of one version of a list, and in which form. */
record ListQuestion(CodeFilter filter, View view, Format format, Wording wording, Page page) {

    ListQuestion {
        if (view == View.TREE && format == Format.CSV) {
            throw Problem.invalidParameter("view", view.code(), "A tree cannot be had as CSV.", View.FLAT.code());
        }
        if (view == View.TREE && !page.equals(new Page(0, null))) {
            throw Problem.invalidParameter("view", view.code(), "A tree has no pages.", View.FLAT.code());
        }
    }

    /** The codes that pass the filters, on this page or not. */
    List<Code> passing(Snapshot list) {
        return filter.filter(list.codes());
    }

    CodeListAnswer json(Snapshot list, List<Code> passing) {
        return switch (view) {
            case FLAT ->
                CodeListAnswer.of(
                        list.view(),
                        wording,
                        passing.size(),
                        page.of(passing).stream().map(wording::of).toList(),
                        null);
            case TREE ->
                CodeListAnswer.of(
                        list.view(), wording, passing.size(), null, CodeTree.of(list.codes(), passing, wording));
        };
    }

    /** Whatever the language, a file has the names in all: importing it must not take any away. */
    String csv(List<Code> passing) {
        return ListCsv.write(page.of(passing));
    }

    /** Where the next page begins; empty on the last. */
    Optional<Cursor> next(Snapshot list, List<Code> passing) {
        int end = page.end(passing.size());
        return end == passing.size() ? Optional.empty() : Optional.of(Cursor.at(end, list, filter));
    }
}

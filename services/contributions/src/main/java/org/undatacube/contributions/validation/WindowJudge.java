package org.undatacube.contributions.validation;

import org.undatacube.codelists.Code;
import org.undatacube.contributions.window.ReportingWindows;

/** Judges whether the year can be reported now. */
public record WindowJudge(ReportingWindows windows, Findings findings) {

    /** @param year where the submission gives its year */
    public void judge(Header header, Place year) {
        header.entity()
                .map(Code::code)
                .ifPresent(entity -> header.year().ifPresent(number -> judge(entity, number, year)));
    }

    public void judge(String entity, int number, Place year) {
        windows.closure(entity, number)
                .ifPresent(closed -> findings.add(
                        Rule.YEAR_NOT_OPEN, year, Integer.toString(number), closed.message(), closed.advice()));
    }
}

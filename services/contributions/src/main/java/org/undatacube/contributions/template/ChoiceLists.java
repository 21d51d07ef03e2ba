package org.undatacube.contributions.template;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.intake.Choice;

/** The hidden sheet of codes from which cells are chosen, a column for each list. */
final class ChoiceLists {
    private final Worksheet sheet;
    private final String language;
    private final int year;
    private final Map<Dimension, Range> ranges = new EnumMap<>(Dimension.class);

    ChoiceLists(Workbook workbook, String language, int year) {
        this.sheet = workbook.newWorksheet("Lists");
        this.sheet.setVisibilityState(VisibilityState.HIDDEN);
        this.language = language;
        this.year = year;
    }

    /** Adds the codes of a list that may be reported in the year. */
    void add(Dimension dimension, CodeList list) {
        int column = ranges.size();
        List<Code> codes =
                list.codes().stream().filter(code -> code.isValidIn(year)).toList();
        for (int row = 0; row < codes.size(); row++) {
            Code code = codes.get(row);
            sheet.value(row, column, Choice.of(code.code(), code.label().getOrDefault(language, code.englishLabel())));
        }
        ranges.put(dimension, sheet.range(0, column, Math.max(0, codes.size() - 1), column));
    }

    /** Lets cells be chosen from a list; what is typed otherwise is left to the rules. */
    void offer(Dimension dimension, Range cells) {
        cells.validateWithList(ranges.get(dimension)).allowBlank(true).showErrorMessage(false);
    }
}

package org.undatacube.aggregation.answer;

import java.io.IOException;
import java.util.List;

/**
 * An answer whose cells are read one after the other, so that there may be any number of them.
 *
 * @param frame all but the cells
 * @param cells read once, in their order; none where the answer has columns, whose rows are in the frame
 */
public record StreamedAnswer(Answer frame, Cells cells) {

    /** Where cells come from. */
    @FunctionalInterface
    public interface Cells {
        void read(CellReader reader) throws IOException;
    }

    /** Is told of cells one after the other. */
    @FunctionalInterface
    public interface CellReader {
        void cell(Cell cell) throws IOException;
    }

    /** An answer whose cells are all there. */
    public static StreamedAnswer of(Answer answer) {
        List<Cell> all = answer.cells() == null ? List.of() : answer.cells();
        return new StreamedAnswer(answer, reader -> {
            for (Cell cell : all) {
                reader.cell(cell);
            }
        });
    }
}

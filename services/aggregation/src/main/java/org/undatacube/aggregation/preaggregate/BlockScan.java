package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Goes through blocks and adds their rows up, some at a time. Belongs to one thread. */
final class BlockScan {
    private static final int AT_ONCE = 1_024;
    /** Rows in the order of a column's codes are read this much slower than in their own. */
    private static final int LISTED_COST = 3;

    private final TallyPlan plan;
    private final CellSums sums;
    private final List<DistinctKeys> distinct;

    private long[] cells = new long[AT_ONCE];
    private int[] rows = new int[AT_ONCE];
    private int count;

    /** A column of codes and what each code adds to the number of the row's cell. */
    private static final class Offsets {
        private final char[] column;
        private final long[] offsets;

        Offsets(char[] column, long[] offsets) {
            this.column = column;
            this.offsets = offsets;
        }
    }

    /** A column's rows by their codes, and which of them pass: those whose offset is not rejected. */
    private record Listed(Postings postings, CodeOffsets codes) {}

    /** The columns of a grid in a block, and what its year and constant codes add. */
    private record Columns(long base, List<Offsets> offsets) {}

    BlockScan(TallyPlan plan, CellSums sums, List<DistinctKeys> distinct) {
        this.plan = plan;
        this.sums = sums;
        this.distinct = distinct;
    }

    void add(Part part) {
        Block block = part.block();
        if (block.rows == 0) {
            // its constants stand for no code, for there may be none in the dimension yet
            return;
        }
        for (int index = 0; index < distinct.size(); index++) {
            int position = plan.distinctPosition(index);
            distinct.get(index)
                    .read(block.codes[position], block.constants[position], plan.distinctKeys(index, part.year()));
        }
        if (plan.grid().overlaps()) {
            addOverlapping(part);
            return;
        }
        Columns columns = columns(plan.grid(), part);
        if (columns.base() < 0) {
            return;
        }
        Optional<Listed> fewest = fewest(plan.grid(), part);
        if (fewest.isPresent()) {
            addListed(part, columns, fewest.get());
        } else {
            addAll(part, columns);
        }
    }

    private void addAll(Part part, Columns columns) {
        int all = part.block().rows;
        for (int from = 0; from < all; from += AT_ONCE) {
            count = Math.min(AT_ONCE, all - from);
            for (int index = 0; index < count; index++) {
                rows[index] = from + index;
            }
            number(columns, from);
            keepWhatPasses();
            addUp(part);
        }
    }

    /** The column of which the fewest rows pass; empty where it is no quicker to look these up than to read all. */
    private static Optional<Listed> fewest(Grid grid, Part part) {
        Block block = part.block();
        Listed fewest = null;
        int few = block.rows / LISTED_COST;
        for (int position : grid.filtered()) {
            Postings postings = block.postings[position];
            if (postings != null) {
                CodeOffsets codes = grid.offsets(position, part.year());
                int passing = postings.count(codes.passing);
                if (passing < few) {
                    few = passing;
                    fewest = new Listed(postings, codes);
                }
            }
        }
        return Optional.ofNullable(fewest);
    }

    private void addListed(Part part, Columns columns, Listed listed) {
        Postings postings = listed.postings();
        count = 0;
        postings.forEach(listed.codes().passing, (begin, end) -> {
            for (int from = begin; from < end; ) {
                int some = Math.min(AT_ONCE - count, end - from);
                postings.copy(from, some, rows, count);
                count += some;
                from += some;
                if (count == AT_ONCE) {
                    addNumbered(part, columns);
                }
            }
        });
        addNumbered(part, columns);
    }

    private void addNumbered(Part part, Columns columns) {
        number(columns);
        keepWhatPasses();
        addUp(part);
        count = 0;
    }

    private static Columns columns(Grid grid, Part part) {
        Block block = part.block();
        long base = grid.yearOffset(part.year());
        List<Offsets> columns = new ArrayList<>();
        for (int position : grid.positions()) {
            long[] offsets = grid.offsets(position, part.year()).offsets;
            if (block.codes[position] == null) {
                base += offsets[block.constants[position]];
            } else {
                columns.add(new Offsets(block.codes[position], offsets));
            }
        }
        return new Columns(base, columns);
    }

    /** The cells of rows that stand one after the other. */
    private void number(Columns columns, int from) {
        long[] cells = this.cells;
        Arrays.fill(cells, 0, count, columns.base());
        for (Offsets each : columns.offsets()) {
            char[] column = each.column;
            long[] offsets = each.offsets;
            for (int index = 0; index < count; index++) {
                cells[index] += offsets[column[from + index]];
            }
        }
    }

    /** The cells of the rows that are listed. */
    private void number(Columns columns) {
        long[] cells = this.cells;
        int[] rows = this.rows;
        Arrays.fill(cells, 0, count, columns.base());
        for (Offsets each : columns.offsets()) {
            char[] column = each.column;
            long[] offsets = each.offsets;
            for (int index = 0; index < count; index++) {
                cells[index] += offsets[column[rows[index]]];
            }
        }
    }

    private void keepWhatPasses() {
        int kept = 0;
        for (int index = 0; index < count; index++) {
            long cell = cells[index];
            cells[kept] = cell;
            rows[kept] = rows[index];
            kept += cell >= 0 ? 1 : 0;
        }
        count = kept;
    }

    private void addUp(Part part) {
        plan.amounts().forEach(amount -> restrict(amount, part.block()));
        plan.excepts().forEach(except -> restrict(except, part));
        sums.find(cells, count);
        sums.add(part.block(), cells, rows, count);
    }

    private void restrict(AmountFilter filter, Block block) {
        int kept = 0;
        for (int index = 0; index < count; index++) {
            int row = rows[index];
            cells[kept] = cells[index];
            rows[kept] = row;
            kept += filter.allows(block.wholes[row], block.nanos[row]) ? 1 : 0;
        }
        count = kept;
    }

    private void restrict(ExceptFilter filter, Part part) {
        Columns columns = columns(filter.grid(), part);
        int kept = 0;
        for (int index = 0; index < count; index++) {
            int row = rows[index];
            long cell = columns.base();
            for (Offsets each : columns.offsets()) {
                cell += each.offsets[each.column[row]];
            }
            cells[kept] = cells[index];
            rows[kept] = row;
            kept += filter.passes(cell) ? 1 : 0;
        }
        count = kept;
    }

    /** Where a row can be in several cells. */
    private void addOverlapping(Part part) {
        Block block = part.block();
        Grid grid = plan.grid();
        List<Integer> positions = grid.positions();
        List<long[][]> offsets = positions.stream()
                .map(position -> grid.allOffsets(position, part.year()))
                .toList();
        long base = grid.yearOffset(part.year());
        count = 0;
        for (int row = 0; row < block.rows; row++) {
            long[] its = {base};
            for (int index = 0; index < positions.size() && its.length > 0; index++) {
                char[] column = block.codes[positions.get(index)];
                int code = column == null ? block.constants[positions.get(index)] : column[row];
                its = sums(its, offsets.get(index)[code]);
            }
            if (count + its.length > cells.length) {
                addUp(part);
                count = 0;
            }
            makeRoomFor(its.length);
            for (long cell : its) {
                cells[count] = cell;
                rows[count++] = row;
            }
        }
        addUp(part);
    }

    private void makeRoomFor(int length) {
        if (length > cells.length) {
            cells = new long[length];
            rows = new int[length];
        }
    }

    private static long[] sums(long[] some, long[] others) {
        if (others.length == 1) {
            for (int index = 0; index < some.length; index++) {
                some[index] += others[0];
            }
            return some;
        }
        long[] sums = new long[some.length * others.length];
        int next = 0;
        for (long one : some) {
            for (long other : others) {
                sums[next++] = one + other;
            }
        }
        return sums;
    }
}

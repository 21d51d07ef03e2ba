package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is held of one breakdown: its lines, merged by several subsets of its dimensions, and perhaps one by one. For
 * every set of dimensions that a question may use the smallest block that has them is known.
 */
final class Holding {
    private static final int OWN_BYTES = 128;

    private final CubeShape shape;
    private final int year;
    private final int subset;
    private final Optional<Block> lines;
    private final List<Block> merged;
    private final Block[] smallest;
    private final long bytes;

    /**
     * @param subset the breakdown's dimensions
     * @param lines its single lines, where they are held
     * @param merged of different subsets of the breakdown's dimensions
     */
    Holding(CubeShape shape, int year, int subset, Optional<Block> lines, List<Block> merged) {
        this.shape = shape;
        this.year = year;
        this.subset = subset;
        this.lines = lines;
        this.merged = List.copyOf(merged);
        List<Block> all = blocks();
        this.smallest = new Block[shape.subsets()];
        for (int used = 0; used < smallest.length; used++) {
            for (Block block : all) {
                if (CubeShape.contains(block.subset, used)
                        && (smallest[used] == null || block.rows < smallest[used].rows)) {
                    smallest[used] = block;
                }
            }
        }
        this.bytes = OWN_BYTES
                + (long) Integer.BYTES * smallest.length
                + all.stream().mapToLong(Block::bytes).sum();
    }

    /** Merges lines by the subsets that are wanted of those that the breakdown has. */
    static Holding of(CubeShape shape, int year, Block lines, Choice choice) {
        int subset = lines.subset;
        Holding bare = new Holding(shape, year, subset, Optional.of(lines), List.of());
        return bare.merged(lines, choice);
    }

    /** The same breakdown as another choice wants it; empty where that cannot be told from what is held. */
    Optional<Holding> as(Choice choice) {
        Set<Integer> wanted = choice.subsets(shape, subset);
        if (lines.isPresent()) {
            return Optional.of(merged(lines.get(), choice));
        }
        boolean can = !choice.lines(shape.flow()) && wanted.stream().allMatch(each -> smallest[each] != null);
        return can ? Optional.of(merged(null, choice)) : Optional.empty();
    }

    boolean isAs(Choice choice) {
        Set<Integer> wanted = choice.subsets(shape, subset);
        return lines.isPresent() == choice.lines(shape.flow())
                && merged.size() == wanted.size()
                && merged.stream().allMatch(block -> wanted.contains(block.subset));
    }

    private Holding merged(Block from, Choice choice) {
        List<Block> blocks = new ArrayList<>();
        // the finest first, so that the coarser ones are made from fewer rows
        for (int each : choice.subsets(shape, subset)) {
            Block best = smallest[each] != null ? smallest[each] : from;
            for (Block made : blocks) {
                if (CubeShape.contains(made.subset, each) && made.rows < best.rows) {
                    best = made;
                }
            }
            blocks.add(best.subset == each && best.isMerged() ? best : RollUp.of(best, each));
        }
        return new Holding(shape, year, subset, choice.lines(shape.flow()) ? lines : Optional.empty(), blocks);
    }

    CubeShape shape() {
        return shape;
    }

    int year() {
        return year;
    }

    Optional<Block> lines() {
        return lines;
    }

    /** The block of fewest rows that has these dimensions; empty where none has. */
    Optional<Block> smallest(int used) {
        return Optional.ofNullable(smallest[used]);
    }

    List<Block> blocks() {
        List<Block> all = new ArrayList<>(merged);
        lines.ifPresent(all::add);
        return all;
    }

    long bytes() {
        return bytes;
    }
}

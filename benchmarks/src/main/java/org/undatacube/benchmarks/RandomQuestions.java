package org.undatacube.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Questions at random, none of them twice; the same for the same figures and seed. */
final class RandomQuestions {
    private static final int MOST_CUTS = 3;
    /** By cuts of fewer members alone there are soon no further questions. */
    private static final int MANY_MEMBERS = 40;

    private static final int MOST_CODES = 30;
    private static final int FEW_CODES = 3;
    /** A server takes 4096 bytes of a request's first line. */
    private static final int LONGEST_TARGET = 3_500;

    private static final int ATTEMPTS = 100;

    private final List<Level> levels;
    private final Random random;
    private final Set<String> asked = new HashSet<>();

    /** What questions have in common that differ in the members of their cuts alone. */
    record Shape(List<Level> drilldowns, List<Level> cuts) {
        String title() {
            return keys(drilldowns) + "; cut by " + keys(cuts);
        }

        private static String keys(List<Level> levels) {
            return String.join(", ", levels.stream().map(Level::key).toList());
        }
    }

    RandomQuestions(List<Level> levels, int seed) {
        // a level with one member at most cuts nothing off
        this.levels = levels.stream().filter(level -> level.own().size() > 1).toList();
        this.random = new Random(seed);
    }

    /** @param mostCells of all combinations of the drilldowns' members, whether there are lines or not */
    Shape shape(int fewestDrilldowns, int mostDrilldowns, int mostCells) {
        List<Level> drilldowns;
        do {
            drilldowns = some(fewestDrilldowns + random.nextInt(mostDrilldowns - fewestDrilldowns + 1));
        } while (cells(drilldowns) > mostCells);
        List<Level> cuts;
        do {
            cuts = some(1 + random.nextInt(MOST_CUTS));
        } while (cuts.stream().noneMatch(level -> level.own().size() >= MANY_MEMBERS));
        return new Shape(drilldowns, cuts);
    }

    /** One of a shape that was not asked before. */
    CubeQuestion question(Shape shape) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Cut> cuts = shape.cuts().stream().map(this::cut).toList();
            CubeQuestion question = new CubeQuestion(shape.drilldowns(), cuts, CubeQuestion.Kind.DETAIL);
            if (question.target().length() < LONGEST_TARGET && asked.add(question.target())) {
                return question;
            }
        }
        throw new IllegalStateException("There are no further questions: " + shape.title());
    }

    private Cut cut(Level level) {
        int most = Math.min(level.own().size() - 1, random.nextBoolean() ? FEW_CODES : MOST_CODES);
        int count = 1 + random.nextInt(most);
        Set<String> members = new TreeSet<>();
        while (members.size() < count) {
            members.add(level.own().get(random.nextInt(level.own().size())));
        }
        return new Cut(level, List.copyOf(members));
    }

    private List<Level> some(int count) {
        List<Level> some = new ArrayList<>();
        while (some.size() < count) {
            Level level = levels.get(random.nextInt(levels.size()));
            if (!some.contains(level)) {
                some.add(level);
            }
        }
        return some;
    }

    private static long cells(List<Level> drilldowns) {
        return drilldowns.stream().mapToLong(level -> level.members().size()).reduce(1, Math::multiplyExact);
    }
}

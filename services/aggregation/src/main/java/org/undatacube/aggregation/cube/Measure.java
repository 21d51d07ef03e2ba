package org.undatacube.aggregation.cube;

import java.util.Locale;
import java.util.Optional;
import org.undatacube.codelists.Dimension;

/** What a cell can say. */
public sealed interface Measure {
    /** How it is written in a question and called in an answer. */
    String key();

    String meaning();

    Unit unit();

    /** In what a measure is given. */
    enum Unit {
        /** United States dollars, exact but for an average, which has nine decimals, rounded half to even. */
        USD,
        COUNT,
        /** One part as a decimal fraction of another, with nine decimals, rounded half to even. */
        RATIO
    }

    /** A measure that a cell's own lines give. */
    enum Plain implements Measure {
        AMOUNT(Unit.USD, "The sum of the amounts, exact"),
        LINES(Unit.COUNT, "How many lines were added up"),
        ENTITIES(Unit.COUNT, "How many different reporting entities the lines are from"),
        AVERAGE(Unit.USD, "The amount divided by the number of lines, with nine decimals"),
        MINIMUM(Unit.USD, "The smallest amount of a line"),
        MAXIMUM(Unit.USD, "The largest amount of a line");

        private final Unit unit;
        private final String meaning;

        Plain(Unit unit, String meaning) {
            this.unit = unit;
            this.meaning = meaning;
        }

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String meaning() {
            return meaning;
        }

        @Override
        public Unit unit() {
            return unit;
        }
    }

    /** Under how many different members lines are shown on a level; those that stand above it are shown under themselves. */
    record Distinct(Dimension dimension, String level) implements Measure {
        public static final String NAME = "distinct";

        @Override
        public String key() {
            return NAME + "." + dimension.code() + "." + level;
        }

        @Override
        public String meaning() {
            return "How many different members of " + dimension.code() + "." + level
                    + " the lines are of; a code above that level, under which lines are shown, is one too";
        }

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }
    }

    /** The cell's amount divided by that of a larger cell; absent where that is zero. */
    enum Share implements Measure {
        TOTAL("The amount as a share of the grand total"),
        PARENT("The amount as a share of the subtotal over the cell's last drilldown"),
        ROW("The amount as a share of the row's total over all columns");

        private final String meaning;

        Share(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String key() {
            return "share." + name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String meaning() {
            return meaning;
        }

        @Override
        public Unit unit() {
            return Unit.RATIO;
        }
    }

    /**
     * How the cell's amount differs from that of the same cell in another year.
     *
     * @param relative whether it is divided by the other year's amount
     * @param baseYear the other year; empty for the year before the cell's own
     */
    record Change(boolean relative, Optional<Integer> baseYear) implements Measure {
        public static final String ABSOLUTE = "change";
        public static final String RELATIVE = "growth";

        /** The year with which a year is compared. */
        public int comparedWith(int year) {
            return baseYear.orElse(year - 1);
        }

        @Override
        public String key() {
            String name = relative ? RELATIVE : ABSOLUTE;
            return baseYear.map(year -> name + "." + year).orElse(name);
        }

        @Override
        public String meaning() {
            String other = baseYear.map(year -> "in " + year).orElse("in the year before");
            return relative
                    ? "The change of the amount as a share of the amount " + other
                    : "The amount less the amount " + other;
        }

        @Override
        public Unit unit() {
            return relative ? Unit.RATIO : Unit.USD;
        }
    }

    /** The sum of the amounts of this cell and of the same cell in all earlier years of the question. */
    record Cumulative() implements Measure {
        @Override
        public String key() {
            return "cumulative";
        }

        @Override
        public String meaning() {
            return "The amount of the cell's year and of all earlier years of the question";
        }

        @Override
        public Unit unit() {
            return Unit.USD;
        }
    }
}

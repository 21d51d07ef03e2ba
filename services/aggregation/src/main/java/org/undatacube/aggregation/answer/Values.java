package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Threshold;

/** The measures of single cells. */
final class Values {
    private static final int DECIMALS = 9;

    private final GroupingSets sets;
    private final List<Measure> counted;
    private final Amounts amounts;
    private final Years years;
    private final DrilldownKeys yearKeys;
    private final Set<Integer> yearsOfQuestion;
    private final Optional<OthersAmounts> others;
    private final Pace pace;
    private final int[] key;

    /** @param others empty as long as it is not known which members are on top */
    Values(Question question, Reckoning reckoning, Optional<OthersAmounts> others) {
        this.sets = reckoning.sets();
        this.counted = Asking.countedMeasures(question);
        this.amounts = reckoning.amounts();
        this.years = reckoning.years();
        this.others = others;
        this.pace = new Pace(reckoning.asking().patience());
        this.key = new int[question.drilldowns().size()];
        this.yearKeys = years.drilldown() < 0 ? null : reckoning.keys().get(years.drilldown());
        this.yearsOfQuestion = reckoning.ownYears();
    }

    /** Null where the cell has none, such as a share of zero. */
    BigDecimal of(Measure measure, Rows rows, int row) {
        pace.step();
        if (measure instanceof Measure.Plain plain) {
            return plain(plain, rows, row);
        }
        if (measure instanceof Measure.Distinct) {
            return count(measure, rows, row);
        }
        rows.keys().copy(row, key);
        if (measure instanceof Measure.Share share) {
            return share(share, rows, row);
        }
        if (!years.isIn(rows.set())) {
            return null;
        }
        return measure instanceof Measure.Change change ? change(change, rows, row) : cumulative(rows.set());
    }

    boolean fulfils(List<Threshold> thresholds, Rows rows, int row) {
        for (Threshold threshold : thresholds) {
            BigDecimal value = of(threshold.measure(), rows, row);
            if (value == null || !threshold.comparison().holds(value, threshold.value())) {
                return false;
            }
        }
        return true;
    }

    private BigDecimal plain(Measure.Plain measure, Rows rows, int row) {
        return switch (measure) {
            case AMOUNT -> rows.amount(row);
            case LINES -> BigDecimal.valueOf(rows.lines(row));
            case ENTITIES -> count(measure, rows, row);
            case AVERAGE -> ratio(rows.amount(row), BigDecimal.valueOf(rows.lines(row)));
            case MINIMUM -> rows.minimum(row);
            case MAXIMUM -> rows.maximum(row);
        };
    }

    /** What a measure is where there is no line at all. */
    static BigDecimal ofNoLines(Measure measure) {
        return measure == Measure.Plain.AMOUNT || measure.unit() == Measure.Unit.COUNT ? BigDecimal.ZERO : null;
    }

    private BigDecimal count(Measure measure, Rows rows, int row) {
        return BigDecimal.valueOf(rows.distinct(row)[counted.indexOf(measure)]);
    }

    private BigDecimal share(Measure.Share share, Rows rows, int row) {
        int set = rows.set();
        if (share == Measure.Share.PARENT && set == 0) {
            return null;
        }
        int whole = switch (share) {
            case TOTAL -> 0;
            case PARENT -> GroupingSets.parent(set);
            case ROW -> set & ~sets.columns();
        };
        int ownYear = ownYear();
        GroupingSets.reduce(key, whole);
        return ratio(rows.amount(row), amount(whole, ownYear));
    }

    private BigDecimal change(Measure.Change change, Rows rows, int row) {
        int other = change.comparedWith(yearKeys.year(ownYear()));
        if (!years.entities().areIn(other, key)) {
            return null;
        }
        BigDecimal before = amountIn(other, rows.set(), ownYear());
        BigDecimal difference = rows.amount(row).subtract(before);
        return change.relative() ? ratio(difference, before) : difference;
    }

    private BigDecimal cumulative(int set) {
        int ownYear = ownYear();
        int last = yearKeys.year(ownYear);
        BigDecimal sum = BigDecimal.ZERO;
        for (int year : yearsOfQuestion) {
            if (year <= last) {
                sum = sum.add(amountIn(year, set, ownYear));
            }
        }
        return sum;
    }

    /** As the key has it. */
    private int ownYear() {
        return years.drilldown() < 0 ? DrilldownKeys.ABSENT : key[years.drilldown()];
    }

    private BigDecimal amountIn(int year, int set, int ownYear) {
        key[years.drilldown()] = yearKeys.numberOfYear(year);
        return amount(set, ownYear);
    }

    private BigDecimal amount(int set, int ownYear) {
        boolean isOfOthers = key.length > 0 && key[key.length - 1] == DrilldownKeys.OTHERS;
        return isOfOthers ? others.orElseThrow().of(set, key, ownYear) : amounts.of(set, key);
    }

    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
    }
}

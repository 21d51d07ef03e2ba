package org.undatacube.aggregation.sdmx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.http.Problem;

/**
 * A condition on one component, as SDMX 3.0 writes it: {@code ge:2020+le:2022,2024} is from 2020 to 2022, or 2024.
 *
 * @param anyOf groups of terms, of which one must hold with all its terms
 */
record Condition(List<List<Term>> anyOf) {
    private static final Pattern TERM = Pattern.compile("(?:([a-z]+):)?(.+)");

    enum Operator {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        CO,
        NC,
        SW,
        EW;

        boolean isOfText() {
            return compareTo(CO) >= 0;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Stream.of(values()).map(Operator::word).toList();
        }

        private boolean holds(int sign) {
            return switch (this) {
                case EQ -> sign == 0;
                case NE -> sign != 0;
                case LT -> sign < 0;
                case LE -> sign <= 0;
                case GT -> sign > 0;
                case GE -> sign >= 0;
                case CO, NC, SW, EW -> throw new IllegalStateException("Not an operator of order: " + this);
            };
        }
    }

    record Term(Operator operator, String value) {
        boolean holds(String text) {
            return switch (operator) {
                case CO -> text.contains(value);
                case NC -> !text.contains(value);
                case SW -> text.startsWith(value);
                case EW -> text.endsWith(value);
                default -> operator.holds(text.compareTo(value));
            };
        }

        boolean holds(BigDecimal number) {
            return operator.holds(number.compareTo(new BigDecimal(value)));
        }

        /** A year is before or after only what it is wholly before or after, and equal to a year alone. */
        boolean holdsOfYear(int year) {
            TimeSpan its = TimeSpan.ofYear(year);
            TimeSpan other = TimeSpan.of(value).orElseThrow();
            return switch (operator) {
                case LT -> its.last().isBefore(other.first());
                case LE -> !its.last().isAfter(other.last());
                case GT -> its.first().isAfter(other.last());
                case GE -> !its.first().isBefore(other.first());
                case NE -> !its.equals(other);
                default -> its.equals(other);
            };
        }
    }

    /**
     * @param parameter its name in the address
     * @throws Problem where it is not written as a condition
     */
    static Condition read(String parameter, String text) {
        return new Condition(Stream.of(text.split(",", -1))
                .map(group -> Stream.of(group.split("\\+", -1))
                        .map(term -> term(parameter, term))
                        .toList())
                .toList());
    }

    private static Term term(String parameter, String text) {
        Matcher term = TERM.matcher(text);
        if (!term.matches()) {
            throw Problem.invalidParameter(
                    parameter, text, parameter + " has a term without a value.", "such as A,B or ge:2020+le:2022");
        }
        String word = term.group(1) == null ? Operator.EQ.word() : term.group(1);
        Operator operator = Stream.of(Operator.values())
                .filter(candidate -> candidate.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter(
                        parameter, Excerpt.of(text), "There is no operator " + word + ".", Operator.words()));
        return new Term(operator, term.group(2));
    }

    Stream<Term> terms() {
        return anyOf.stream().flatMap(List::stream);
    }

    /** The values of which it must be one; empty where the condition says anything else. */
    Optional<List<String>> values() {
        boolean isPlain = anyOf.stream().allMatch(group -> group.size() == 1)
                && terms().allMatch(term -> term.operator() == Operator.EQ);
        return isPlain ? Optional.of(terms().map(Term::value).toList()) : Optional.empty();
    }

    boolean holds(String text) {
        return anyOf.stream().anyMatch(group -> group.stream().allMatch(term -> term.holds(text)));
    }

    /** Only where all values are numbers. */
    boolean holds(BigDecimal number) {
        return anyOf.stream().anyMatch(group -> group.stream().allMatch(term -> term.holds(number)));
    }

    /** Only where all values are times. */
    boolean holdsOfYear(int year) {
        return anyOf.stream().anyMatch(group -> group.stream().allMatch(term -> term.holdsOfYear(year)));
    }
}

package org.undatacube.aggregation.sdmx;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as SDMX writes it in queries: a year, month or day, a moment, which is its day here, or a reporting period such
 * as {@code 2024-Q3} of years that begin in January.
 *
 * @param last included
 */
record TimeSpan(LocalDate first, LocalDate last) {
    static final String SHAPE = "a time such as 2024, 2024-06, 2024-06-30, 2024-06-30T12:00:00Z or 2024-Q3";

    private static final Pattern REPORTING = Pattern.compile("(\\d{4})-([ASTQMWD])(\\d{1,3})");
    private static final int MONTHS = 12;

    /** Empty where the text is no time. */
    static Optional<TimeSpan> of(String text) {
        try {
            Matcher reporting = REPORTING.matcher(text);
            return Optional.of(
                    reporting.matches()
                            ? reporting(
                                    Integer.parseInt(reporting.group(1)),
                                    reporting.group(2).charAt(0),
                                    Integer.parseInt(reporting.group(3)))
                            : gregorian(text.toUpperCase(Locale.ROOT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static TimeSpan ofYear(int year) {
        return new TimeSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, MONTHS, 31));
    }

    private static TimeSpan gregorian(String text) {
        if (text.matches("\\d{4}")) {
            return ofYear(Year.parse(text).getValue());
        }
        if (text.matches("\\d{4}-\\d{2}")) {
            YearMonth month = YearMonth.parse(text);
            return new TimeSpan(month.atDay(1), month.atEndOfMonth());
        }
        LocalDate day = text.contains("T") ? day(text) : LocalDate.parse(text);
        return new TimeSpan(day, day);
    }

    private static LocalDate day(String text) {
        return text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                ? OffsetDateTime.parse(text).toLocalDate()
                : OffsetDateTime.parse(text + "Z").toLocalDate();
    }

    private static TimeSpan reporting(int year, char period, int number) {
        return switch (period) {
            case 'A' -> months(year, MONTHS, number);
            case 'S' -> months(year, 6, number);
            case 'T' -> months(year, 4, number);
            case 'Q' -> months(year, 3, number);
            case 'M' -> months(year, 1, number);
            case 'W' -> week(year, number);
            default -> {
                LocalDate day = LocalDate.ofYearDay(year, number);
                yield new TimeSpan(day, day);
            }
        };
    }

    private static TimeSpan months(int year, int length, int number) {
        if (number < 1 || number * length > MONTHS) {
            throw new DateTimeException("There is no period " + number);
        }
        LocalDate first = LocalDate.of(year, (number - 1) * length + 1, 1);
        return new TimeSpan(first, first.plusMonths(length).minusDays(1));
    }

    private static TimeSpan week(int year, int number) {
        LocalDate monday = LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
                .with(DayOfWeek.MONDAY);
        return new TimeSpan(monday, monday.plusDays(6));
    }
}

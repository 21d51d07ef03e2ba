package org.undatacube.registry.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.codelists.ExchangeRates.Rate;
import org.undatacube.registry.importing.Severity;

/** Judges a file of rates row by row, and each rate beside that of the year before. */
final class RateJudge {
    private static final int FIRST_YEAR = 2000;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,12})?");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    /** No rate of CEB's rose or fell by more than a fifth in a year from 2010 to 2025. */
    private static final BigDecimal PLAUSIBLE_RISE = new BigDecimal("1.25");

    private final ExchangeRates current;
    private final int lastYear;
    private final Map<Place, Read> read = new LinkedHashMap<>();
    private final List<RateFinding> findings = new ArrayList<>();

    private record Place(String currency, int year) {}

    private record Read(Rate rate, RateFile.Row row) {}

    /**
     * @param current the rates that there are
     * @param lastYear the last year for which there can be a rate
     */
    RateJudge(ExchangeRates current, int lastYear) {
        this.current = current;
        this.lastYear = lastYear;
    }

    /** The rates of a file; worth nothing where a finding rejects it. */
    List<Rate> judge(RateFile file) {
        for (RateFile.Row row : file.rows()) {
            if (row.isBlank()) {
                add(row, RateFile.CURRENCY, Severity.NOTE, "The row is blank.", null);
            } else if (row.isTooLong()) {
                reject(row, RateFile.RATE, "The row has more fields than the header.", "a decimal point, not a comma");
            } else {
                rate(row).ifPresent(rate -> take(row, rate));
            }
        }
        read.values().forEach(this::judgeChange);
        return read.values().stream().map(Read::rate).toList();
    }

    List<RateFinding> findings() {
        return List.copyOf(findings);
    }

    boolean rejects() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.REJECT);
    }

    private Optional<Rate> rate(RateFile.Row row) {
        boolean known = CURRENCIES.contains(row.currency());
        if (!known) {
            reject(row, RateFile.CURRENCY, "There is no such currency.", "an ISO 4217 code such as EUR");
        }
        boolean sensible = row.year().matches("[0-9]{4}")
                && Integer.parseInt(row.year()) >= FIRST_YEAR
                && Integer.parseInt(row.year()) <= lastYear;
        if (!sensible) {
            reject(row, RateFile.YEAR, "There can be no rate for this year.", "a year from 2000 to " + lastYear);
        }
        boolean sound = isSound(row);
        return known && sensible && sound
                ? Optional.of(new Rate(
                        row.currency(), Integer.parseInt(row.year()), new BigDecimal(row.rate()), RateFile.SOURCE))
                : Optional.empty();
    }

    private boolean isSound(RateFile.Row row) {
        if (!DECIMAL.matcher(row.rate()).matches() || new BigDecimal(row.rate()).signum() == 0) {
            reject(
                    row,
                    RateFile.RATE,
                    "This is not a positive decimal number.",
                    "units for one United States dollar, such as 0.85");
            return false;
        }
        if (row.currency().equals(Conversion.DOLLARS) && new BigDecimal(row.rate()).compareTo(BigDecimal.ONE) != 0) {
            reject(row, RateFile.RATE, "One dollar is one dollar.", "1");
            return false;
        }
        return true;
    }

    private void take(RateFile.Row row, Rate rate) {
        Read first = read.putIfAbsent(new Place(rate.currency(), rate.year()), new Read(rate, row));
        if (first == null) {
            return;
        }
        String there = "Row " + first.row().line() + " gives this rate already";
        if (first.rate().unitsPerUsd().compareTo(rate.unitsPerUsd()) == 0) {
            add(row, RateFile.RATE, Severity.NOTE, there + ".", null);
        } else {
            reject(row, RateFile.RATE, there + ", as " + first.rate().unitsPerUsd() + ".", "one rate for one year");
        }
    }

    private void judgeChange(Read taken) {
        Rate rate = taken.rate();
        current.find(rate.currency(), rate.year())
                .filter(former -> former.unitsPerUsd().compareTo(rate.unitsPerUsd()) != 0)
                .ifPresent(former -> add(
                        taken.row(),
                        RateFile.RATE,
                        Severity.WARN,
                        "The rate was " + former.unitsPerUsd().toPlainString()
                                + "; what was converted with it before stays as it is.",
                        null));
        yearBefore(rate)
                .filter(before -> isImplausible(before.unitsPerUsd(), rate.unitsPerUsd()))
                .ifPresent(before -> add(
                        taken.row(),
                        RateFile.RATE,
                        Severity.WARN,
                        "In " + before.year() + " it was "
                                + before.unitsPerUsd().toPlainString() + ", more than a quarter away.",
                        "units for one dollar, not dollars for one unit"));
    }

    private Optional<Rate> yearBefore(Rate rate) {
        int before = rate.year() - 1;
        return Optional.ofNullable(read.get(new Place(rate.currency(), before)))
                .map(Read::rate)
                .or(() -> current.find(rate.currency(), before));
    }

    private static boolean isImplausible(BigDecimal before, BigDecimal now) {
        return now.compareTo(before.multiply(PLAUSIBLE_RISE)) > 0 || before.compareTo(now.multiply(PLAUSIBLE_RISE)) > 0;
    }

    private void reject(RateFile.Row row, String field, String message, String expected) {
        add(row, field, Severity.REJECT, message, expected);
    }

    private void add(RateFile.Row row, String field, Severity severity, String message, String expected) {
        String value = switch (field) {
            case RateFile.CURRENCY -> row.currency();
            case RateFile.YEAR -> row.year();
            default -> row.rate();
        };
        findings.add(new RateFinding(row.line(), field, value, severity, message, expected));
    }
}

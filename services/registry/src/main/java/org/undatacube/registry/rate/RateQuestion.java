package org.undatacube.registry.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.codelists.ExchangeRates.Rate;
import org.undatacube.http.Problem;

/** Reads what is asked about rates; what cannot be read is a problem that names the parameter and what would be right. */
final class RateQuestion {
    private static final String AMOUNT = "[+-]?[0-9]{1,20}(\\.[0-9]{1,9})?";

    private RateQuestion() {}

    static int year(String raw) {
        if (raw == null || !raw.matches("[12]\\d{3}")) {
            throw Problem.invalidParameter("year", raw, raw + " is not a year.", "a year, e.g. 2024");
        }
        return Integer.parseInt(raw);
    }

    static String currency(String parameter, String raw) {
        if (raw == null || !raw.matches("[A-Z]{3}")) {
            throw Problem.invalidParameter(
                    parameter, raw, raw + " is not a currency code.", "three capital letters, e.g. EUR");
        }
        return raw;
    }

    static BigDecimal amount(String raw) {
        // a plus sign that is not percent-encoded arrives as a blank
        String digits = raw == null ? "" : raw.strip();
        if (!digits.matches(AMOUNT)) {
            throw Problem.invalidParameter(
                    "amount",
                    raw,
                    "This is not an amount.",
                    "a decimal number such as 1200.50, with at most 20 digits before the point and 9 after it");
        }
        return new BigDecimal(digits);
    }

    /** The rate of a currency in a year. */
    static Rate rate(ExchangeRates rates, String parameter, String currency, int year) {
        if (currency.equals(Conversion.DOLLARS)) {
            return new Rate(currency, year, BigDecimal.ONE, "by definition");
        }
        return rates.find(currency, year).orElseThrow(() -> noRate(rates, parameter, currency, year));
    }

    private static Problem noRate(ExchangeRates rates, String parameter, String currency, int year) {
        List<Integer> years = rates.rates().stream()
                .filter(rate -> rate.currency().equals(currency))
                .map(Rate::year)
                .toList();
        String detail = "There is no rate of exchange for " + currency + " in " + year + ".";
        return years.isEmpty()
                ? Problem.invalidParameter(
                        parameter,
                        currency,
                        detail,
                        rates.rates().stream().map(Rate::currency).collect(Collectors.toCollection(TreeSet::new)))
                : Problem.invalidParameter("year", year, detail, years);
    }
}

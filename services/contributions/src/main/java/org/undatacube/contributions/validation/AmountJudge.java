package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.ExchangeRates.Rate;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Line;

/** Judges what a line says about money. */
final class AmountJudge {
    private static final String DOLLARS = "USD";

    private final Vocabulary vocabulary;
    private final Optional<Integer> year;
    private final Findings findings;
    private final Map<String, Optional<Rate>> rates = new HashMap<>();

    /** @param original null where it was submitted in dollars */
    record Money(Amount dollars, Line.Original original) {}

    AmountJudge(Vocabulary vocabulary, Optional<Integer> year, Findings findings) {
        this.vocabulary = vocabulary;
        this.year = year;
        this.findings = findings;
    }

    /** The line's money, if nothing speaks against it. */
    Optional<Money> judge(StatedLine line) {
        Optional<Amount> amount = amount(line);
        String currency = currency(line);
        if (currency.equals(DOLLARS)) {
            return amount.map(dollars -> new Money(dollars, null));
        }
        Optional<Rate> rate = rate(line, currency);
        if (amount.isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal unitsPerUsd = rate.get().unitsPerUsd();
        return Optional.of(
                new Money(amount.get().inDollars(unitsPerUsd), new Line.Original(amount.get(), currency, unitsPerUsd)));
    }

    private Optional<Amount> amount(StatedLine line) {
        String text = line.value(LineField.AMOUNT);
        if (text == null) {
            if (!line.isUnreadable(LineField.AMOUNT)) {
                findings.add(
                        Rule.FIELD_MISSING,
                        line.at(LineField.AMOUNT),
                        null,
                        "The line has no amount.",
                        "a decimal number; 0 where it is zero");
            }
            return Optional.empty();
        }
        AmountReading reading = AmountReading.of(text);
        if (reading instanceof AmountReading.Unreadable unreadable) {
            Optional<Text.Invisible> invisible = Text.invisible(text);
            if (invisible.isPresent()) {
                findings.add(
                        Rule.INVISIBLE_CHARACTER,
                        line.at(LineField.AMOUNT),
                        text,
                        invisible.get().message(),
                        invisible.get().without());
                return Optional.empty();
            }
            findings.add(
                    unreadable.rule(), line.at(LineField.AMOUNT), text, unreadable.message(), unreadable.expected());
            return Optional.empty();
        }
        AmountReading.Read read = (AmountReading.Read) reading;
        if (read.withExponent()) {
            findings.add(
                    Rule.AMOUNT_EXPONENT,
                    line.at(LineField.AMOUNT),
                    text,
                    "Taken as " + read.amount().digits() + "; digits may have been lost before.",
                    "all digits, without an exponent");
        }
        return Optional.of(read.amount());
    }

    private String currency(StatedLine line) {
        String raw = line.value(LineField.CURRENCY);
        if (raw == null || raw.equals(DOLLARS)) {
            return DOLLARS;
        }
        String code = raw.strip().toUpperCase(Locale.ROOT);
        if (!code.equals(raw)) {
            findings.add(Rule.ALIAS_TAKEN, line.at(LineField.CURRENCY), raw, "Taken as an ISO 4217 code.", "capitals");
        }
        return code;
    }

    private Optional<Rate> rate(StatedLine line, String currency) {
        if (year.isEmpty()) {
            return Optional.empty();
        }
        // three letters only: made-up currencies must not fill the memory
        Optional<Rate> rate = currency.matches("[A-Z]{3}")
                ? rates.computeIfAbsent(currency, code -> vocabulary.rate(code, year.get()))
                : Optional.empty();
        if (rate.isEmpty()) {
            findings.add(
                    Rule.CURRENCY_WITHOUT_RATE,
                    line.at(LineField.CURRENCY),
                    line.value(LineField.CURRENCY),
                    "There is no rate of exchange for this currency in " + year.get() + ".",
                    "USD, or a currency of /api/v1/exchange-rates?year=" + year.get());
        }
        return rate;
    }
}

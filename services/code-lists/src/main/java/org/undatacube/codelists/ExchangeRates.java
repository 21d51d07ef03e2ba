package org.undatacube.codelists;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Yearly United Nations rates of exchange. */
public record ExchangeRates(String version, List<Rate> rates) {

    /** @param unitsPerUsd how many units of the currency one United States dollar buys in that year */
    public record Rate(String currency, int year, BigDecimal unitsPerUsd, String source) {}

    public ExchangeRates {
        rates = List.copyOf(rates);
    }

    public Optional<Rate> find(String currency, int year) {
        return rates.stream()
                .filter(rate -> rate.currency().equals(currency) && rate.year() == year)
                .findFirst();
    }
}

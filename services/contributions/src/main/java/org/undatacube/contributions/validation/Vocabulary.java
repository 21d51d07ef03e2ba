package org.undatacube.contributions.validation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.codelists.Registry;

/** All code lists and rates in the versions that one submission is judged by. */
public final class Vocabulary {
    private final Map<Dimension, CodeList> lists;
    private final ExchangeRates rates;

    private Vocabulary(Map<Dimension, CodeList> lists, ExchangeRates rates) {
        this.lists = lists;
        this.rates = rates;
    }

    /**
     * As the registry has them now: a contributor that was imported a moment ago is in it.
     *
     * @throws Registry.Unavailable where the registry cannot be reached and a list was never read before
     */
    static Vocabulary newest(Registry registry) {
        registry.recheck();
        Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, registry.codeList(dimension));
        }
        return new Vocabulary(lists, registry.exchangeRates());
    }

    CodeList list(Dimension dimension) {
        return lists.get(dimension);
    }

    /** The year's rate of a currency, as units to the United States dollar. */
    Optional<ExchangeRates.Rate> rate(String currency, int year) {
        return rates.find(currency, year);
    }

    /** Version by list, and of the rates. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        lists.values().forEach(list -> versions.put(list.id(), list.version()));
        versions.put("exchange-rates", rates.version());
        return versions;
    }
}

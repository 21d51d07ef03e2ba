package org.undatacube.registry.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.http.Problem;

/** Reads the exchange rates, as they are and as they were. */
@ApplicationScoped
class RateTable {

    /**
     * The rates in one of their versions, by year and currency; in the latest where neither is given.
     *
     * @param asOf a moment (ISO 8601, with its offset) at which the version was in force
     * @throws Problem (400) where there is no such version, or was none at that moment
     */
    @Transactional
    ExchangeRates read(String version, String asOf) {
        if (version != null && asOf != null) {
            throw Problem.invalidParameter("asOf", asOf, "Ask for a version or for a moment, not for both.", "none");
        }
        StoredRateVersion wanted;
        if (version != null) {
            wanted = named(version);
        } else if (asOf != null) {
            wanted = StoredRateVersion.inForce(moment(asOf)).orElseThrow(() -> notYet(asOf));
        } else {
            wanted = StoredRateVersion.latest().orElseThrow();
        }
        return new ExchangeRates(String.valueOf(wanted.version), StoredRate.at(wanted.version));
    }

    /** All versions, the latest first. */
    @Transactional
    List<RateVersionView> versions() {
        return StoredRateVersion.latestFirst().stream().map(RateVersionView::of).toList();
    }

    private StoredRateVersion named(String version) {
        return Optional.of(version)
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .flatMap(text -> StoredRateVersion.<StoredRateVersion>findByIdOptional(Integer.valueOf(text)))
                .orElseThrow(() -> Problem.invalidParameter(
                        "version",
                        version,
                        "The exchange rates have no version " + version + ".",
                        versions().stream().map(RateVersionView::version).toList()));
    }

    private static Instant moment(String asOf) {
        try {
            return Instant.parse(asOf);
        } catch (DateTimeParseException e) {
            throw Problem.invalidParameter(
                    "asOf", asOf, asOf + " is not a moment in ISO 8601.", "e.g. 2026-03-31T12:00:00Z");
        }
    }

    private Problem notYet(String asOf) {
        List<RateVersionView> versions = versions();
        return Problem.invalidParameter(
                "asOf",
                asOf,
                "The exchange rates had no version yet.",
                "not before " + versions.get(versions.size() - 1).madeAt());
    }
}

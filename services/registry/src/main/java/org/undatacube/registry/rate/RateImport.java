package org.undatacube.registry.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.codelists.ExchangeRates.Rate;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;
import org.undatacube.registry.codelist.Provenance;

/** Takes files of rates in, each whole or not at all. */
@ApplicationScoped
class RateImport {
    private final RateTable table;
    private final RateWriter writer;
    private final Clock clock;

    RateImport(RateTable table, RateWriter writer, Clock clock) {
        this.table = table;
        this.writer = writer;
        this.clock = clock;
    }

    /** @throws Problem (400) where the file cannot be read, (422) with findings where it may not come in */
    @Transactional
    RateImportReport run(InputStream body, boolean dryRun, Provenance provenance) {
        RateFile file = RateFile.read(body);
        writer.lock();
        ExchangeRates current = table.read(null, null);
        // the coming year's rate may be set before it begins
        RateJudge judge = new RateJudge(current, LocalDate.now(clock).getYear() + 1);
        List<Rate> rates = judge.judge(file);
        if (judge.rejects()) {
            throw new Problem(RegistryProblem.IMPORT_REJECTED, "The file was not imported; the findings say why.")
                    .with("findings", judge.findings());
        }
        RateChange change = RateChange.between(current.rates(), rates);
        String version = current.version();
        if (!dryRun && !change.isEmpty()) {
            version = String.valueOf(writer.put(rates, provenance));
        }
        int unchanged = rates.size() - change.added().size() - change.changed().size();
        return new RateImportReport(version, dryRun, change.added(), change.changed(), unchanged, judge.findings());
    }
}

package org.undatacube.loader;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.undatacube.loader.ceb.ExpenseTable;
import org.undatacube.loader.ceb.RevenueTable;
import org.undatacube.loader.ceb.SdgTable;
import org.undatacube.loader.suite.Acknowledgement;
import org.undatacube.loader.suite.Delivery;
import org.undatacube.loader.suite.SubmissionBody;
import org.undatacube.loader.suite.Suite;
import org.undatacube.loader.terminal.Figures;
import org.undatacube.loader.terminal.Progress;
import org.undatacube.loader.terminal.TextTable;
import org.undatacube.loader.terminal.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads submissions, CEB's raw files, code lists and the sample. */
@Command(name = "load", description = "Sends submissions in the project's own format, or what a subcommand names.")
final class LoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suiteOptions;

    @Mixin
    private CsvOptions csvOptions;

    @Option(names = "--publish", description = "Publish all of them as one edition.")
    private boolean publish;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "A submission (.json, .csv) or many (.ndjson).")
    private List<Path> files = List.of();

    @Command(name = "ceb-revenue", description = "CEB's revenue_sub_agency.csv.")
    void cebRevenue(@Mixin CebLoad load) throws Exception {
        load.run(new RevenueTable());
    }

    @Command(name = "ceb-expenses", description = "CEB's expenses_sub_agency.csv.")
    void cebExpenses(@Mixin CebLoad load) throws Exception {
        load.run(new ExpenseTable());
    }

    @Command(name = "ceb-sdgs", description = "CEB's expenses_sdgs.csv.")
    void cebSdgs(@Mixin CebLoad load) throws Exception {
        load.run(new SdgTable());
    }

    @Command(description = "CEB's list of contributors, DONORS.csv.")
    void contributors(@Mixin CodeListImport load) throws Exception {
        load.run("contributors", "ceb-donors");
    }

    @Command(name = "pooled-funds", description = "CEB's UN_INTER_AGENCY_POOLED_FUNDS.csv.")
    void pooledFunds(@Mixin CodeListImport load) throws Exception {
        load.run("instruments", "ceb-pooled-funds");
    }

    @Command(name = "thematic-funds", description = "CEB's THEMATIC_FUNDS.csv.")
    void thematicFunds(@Mixin CodeListImport load) throws Exception {
        load.run("instruments", "ceb-thematic-funds");
    }

    @Command(description = "The published figures for 2021 to 2024 that come with the project.")
    void sample(@Mixin SuiteOptions options) throws Exception {
        Suite suite = options.withKey();
        List<Acknowledgement> taken = send(options.delivery(suite), Sample.bodies());
        new Publishing(suite, out()).publish(taken, Sample.TITLE);
    }

    @Override
    public Integer call() throws Exception {
        if (files.isEmpty()) {
            throw new UnusableInput("Name a file or a subcommand; see load --help.");
        }
        Suite suite = suiteOptions.withKey();
        List<SubmissionBody> bodies = new ArrayList<>();
        for (Path file : files) {
            bodies.addAll(OwnFormat.read(file, csvOptions));
        }
        List<Acknowledgement> taken = send(suiteOptions.delivery(suite), bodies);
        print(taken);
        if (publish) {
            new Publishing(suite, out())
                    .publish(taken, "Loaded from " + files.get(0).getFileName());
        }
        return 0;
    }

    private List<Acknowledgement> send(Delivery delivery, List<SubmissionBody> bodies)
            throws IOException, Delivery.Refused {
        return delivery.send(bodies, new Progress(out(), "Submissions sent", bodies.size()));
    }

    private void print(List<Acknowledgement> taken) {
        TextTable table = new TextTable(
                Column.text("entity"),
                Column.number("year"),
                Column.text("flow"),
                Column.number("lines"),
                Column.number("USD"),
                Column.text("submission"));
        for (Acknowledgement one : taken) {
            for (Acknowledgement.Breakdown breakdown : one.breakdowns()) {
                table.add(
                        one.entity(),
                        Integer.toString(one.year()),
                        one.flow() + " by " + String.join(", ", breakdown.dimensions()),
                        Figures.count(breakdown.lines()),
                        Figures.money(breakdown.total()),
                        one.id());
            }
        }
        table.print(out());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

package org.undatacube.benchmarks;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.undatacube.benchmarks.feed.CodeTable;
import org.undatacube.benchmarks.feed.MadeUpFeed;
import org.undatacube.benchmarks.feed.MadeUpFigures;
import org.undatacube.embeddedpostgresql.EmbeddedServer;
import org.undatacube.embeddedpostgresql.EmbeddedServer.Durability;

/** The aggregation alone, with the registry and a feed of made-up figures: questions, and the filling of its store. */
final class QuestionBenchmarks {
    private static final String CUBE = "expense";
    private static final String BARE_DATABASE = "bare";
    private static final int THREADS = 2;
    private static final int WARM_UP_SEED = 20;
    private static final int RACE_SEED = 60;
    private static final int TRAFFIC_SEED = 8;
    private static final int REBUILD_SEED = 10;
    private static final long MOST_MEMORY = 2048;
    // beyond it the bare PostgreSQL takes many seconds a question: fewer questions are asked
    private static final long MANY_LINES = 1_000_000;
    // beyond it a cube with all subtotals takes it minutes: the known questions are asked of the service alone
    private static final long VERY_MANY_LINES = 10_000_000;

    private final Suite suite;
    private final MadeUpFigures figures;
    private final List<Level> levels;

    private QuestionBenchmarks(Suite suite, long lines, boolean severalBreakdowns) throws Exception {
        this.suite = suite;
        suite.requireSuccess(suite.startOnly(Suite.REGISTRY), Suite.REGISTRY);
        URI registry = URI.create("http://127.0.0.1:" + suite.port(Suite.REGISTRY));
        this.figures = new MadeUpFigures(CodeTable.all(registry), lines, severalBreakdowns);
        this.levels = Level.all(figures);
    }

    /** Beside bare DuckDB and PostgreSQL; every entity gives all dimensions together, so that all have the same lines. */
    static void askBeside(Suite suite, long lines) throws Exception {
        QuestionBenchmarks benchmarks = new QuestionBenchmarks(suite, lines, false);
        EmbeddedServer server = new EmbeddedServer(suite.folder().resolve("bare-postgresql"), suite.barePort());
        server.start(Durability.DURABLE, List.of(BARE_DATABASE));
        try (MadeUpFeed feed = new MadeUpFeed(suite.port(Suite.CONTRIBUTIONS), benchmarks.figures);
                Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Connection postgreSql = DriverManager.getConnection(
                        server.jdbcUrl(BARE_DATABASE), BARE_DATABASE, server.password(BARE_DATABASE))) {
            WideTable table = new WideTable(benchmarks.figures);
            table.load(duckDb.unwrap(DuckDBConnection.class), THREADS);
            table.loadIndexed(postgreSql);
            benchmarks.ask(
                    feed,
                    List.of(
                            new SqlContestant("bare DuckDB", duckDb),
                            new SqlContestant("bare PostgreSQL", postgreSql)));
        } finally {
            server.stop();
        }
    }

    private void ask(MadeUpFeed feed, List<Contestant> bare) throws Exception {
        new Rebuilding(suite, feed, figures.count()).fill();
        try (ServiceContestant service = new ServiceContestant(suite)) {
            TrafficRace.warmUp(suite, new RandomQuestions(levels, WARM_UP_SEED));
            boolean many = figures.count() > MANY_LINES;
            QuestionRace race = QuestionRace.of(
                    List.of(bare.get(0), bare.get(1), service),
                    new RandomQuestions(levels, RACE_SEED),
                    many ? 20 : 60,
                    many ? 3 : 5);
            print("Random questions, " + figures.count() + " lines", race.table());
            print("Random questions, summary", race.summary());
            askKnown(feed, figures.count() > VERY_MANY_LINES ? List.of() : bare, service);
        }
        askManyTimes();
        print("Memory", memory());
    }

    /** One answer of almost as many cells as there are lines, and one of seventy cells, in every format. */
    static void formats(Suite suite, long lines) throws Exception {
        QuestionBenchmarks benchmarks = new QuestionBenchmarks(suite, lines, false);
        try (MadeUpFeed feed = new MadeUpFeed(suite.port(Suite.CONTRIBUTIONS), benchmarks.figures);
                Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            new Rebuilding(suite, feed, benchmarks.figures.count()).fill();
            suite.requireSuccess(suite.startOnly(Suite.GATEWAY), Suite.GATEWAY);
            new WideTable(benchmarks.figures).load(duckDb.unwrap(DuckDBConnection.class), THREADS);
            FormatRace race = new FormatRace(suite);
            print("Seventy cells", race.small(KnownQuestion.repeated(benchmarks.levels)));
            print("Millions of cells, through the gateway", race.large(duckDb));
            print("Streams that are broken off", race.cancelled());
        }
    }

    /** Cached answers through the gateway, beside the service itself and addresses of both that do nothing. */
    static void gateway(Suite suite, long lines) throws Exception {
        QuestionBenchmarks benchmarks = new QuestionBenchmarks(suite, lines, false);
        try (MadeUpFeed feed = new MadeUpFeed(suite.port(Suite.CONTRIBUTIONS), benchmarks.figures)) {
            new Rebuilding(suite, feed, benchmarks.figures.count()).fill();
            suite.requireSuccess(suite.startOnly(Suite.GATEWAY), Suite.GATEWAY);
            TrafficRace race =
                    TrafficRace.throughTheGateway(suite, KnownQuestion.repeated(benchmarks.levels), feed.last() - 1);
            print("Cached answers of seventy cells, through the gateway", race.table());
        }
    }

    /** The explorer in a browser, through the gateway. */
    static void pages(Suite suite, long lines) throws Exception {
        QuestionBenchmarks benchmarks = new QuestionBenchmarks(suite, lines, false);
        try (MadeUpFeed feed = new MadeUpFeed(suite.port(Suite.CONTRIBUTIONS), benchmarks.figures)) {
            new Rebuilding(suite, feed, benchmarks.figures.count()).fill();
            suite.requireSuccess(suite.startOnly(Suite.GATEWAY), Suite.GATEWAY);
            try (PageTimes pages = new PageTimes(suite)) {
                print("Pages in Chromium, " + lines + " lines", pages.table());
            }
        }
    }

    /** The store is filled, asked, filled anew and asked meanwhile; an eighth of the entities gives several breakdowns. */
    static void rebuild(Suite suite, long lines) throws Exception {
        QuestionBenchmarks benchmarks = new QuestionBenchmarks(suite, lines, true);
        try (MadeUpFeed feed = new MadeUpFeed(suite.port(Suite.CONTRIBUTIONS), benchmarks.figures)) {
            benchmarks.rebuild(feed);
        }
    }

    private void rebuild(MadeUpFeed feed) throws Exception {
        Rebuilding rebuilding = new Rebuilding(suite, feed, figures.count());
        rebuilding.readToNowhere(figures.countOfFirst());
        rebuilding.fill();
        try (ServiceContestant service = new ServiceContestant(suite)) {
            askKnown(feed, List.of(), service);
            askManyTimes();
            rebuilding.rebuild(new RandomQuestions(levels, REBUILD_SEED), service);
        }
        print("Filling the store", rebuilding.rates());
        print("Answers meanwhile", rebuilding.answers());
        print("Memory, " + figures.count() + " lines", memory());
    }

    private void askKnown(MadeUpFeed feed, List<Contestant> bare, ServiceContestant service) throws Exception {
        KnownRace known = KnownRace.of(KnownQuestion.all(levels), bare, service, () -> renew(feed));
        print("Known questions, " + figures.count() + " lines", known.table());
    }

    private void askManyTimes() throws Exception {
        TrafficRace traffic =
                TrafficRace.of(suite, KnownQuestion.repeated(levels), new RandomQuestions(levels, TRAFFIC_SEED));
        print("Questions a second, " + figures.count() + " lines", traffic.table());
    }

    private void renew(MadeUpFeed feed) throws Exception {
        feed.repeat();
        Suite.await(() -> suite.shownEdition(CUBE) >= feed.last() && !suite.isFilling(CUBE));
    }

    private MarkdownTable memory() throws Exception {
        MarkdownTable table = new MarkdownTable("service", "now, MiB", "most ever, MiB", "wanted, less than");
        table.add(List.of(
                Suite.AGGREGATION,
                Long.toString(Memory.residentMib(suite, Suite.AGGREGATION)),
                Long.toString(Memory.peakMib(suite, Suite.AGGREGATION)),
                Long.toString(MOST_MEMORY)));
        return table;
    }

    private static void print(String title, MarkdownTable table) {
        System.out.println("### " + title + "\n\n" + table);
    }
}

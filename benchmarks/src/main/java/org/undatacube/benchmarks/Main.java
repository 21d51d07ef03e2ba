package org.undatacube.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.undatacube.embeddedpostgresql.EmbeddedServer;
import org.undatacube.embeddedpostgresql.EmbeddedServer.Durability;

/**
 * Takes every measurement in order and prints the tables. Arguments: the suite's folder, the folder of CEB's files, and
 * where only one part is wanted {@code --lists}, {@code --submissions}, {@code --freshness}, or {@code --questions},
 * {@code --rebuild}, {@code --formats}, {@code --gateway} or {@code --pages} with a number of lines.
 */
public final class Main {
    private static final String BARE_DATABASE = "bare";
    private static final String ONLY_LISTS = "--lists";
    private static final String ONLY_SUBMISSIONS = "--submissions";
    private static final String ONLY_FRESHNESS = "--freshness";
    private static final String ONLY_QUESTIONS = "--questions";
    private static final String ONLY_REBUILD = "--rebuild";
    private static final String ONLY_FORMATS = "--formats";
    private static final String ONLY_GATEWAY = "--gateway";
    private static final String ONLY_PAGES = "--pages";

    private final Suite suite;
    private final Path cebFiles;

    private Main(Suite suite, Path cebFiles) {
        this.suite = suite;
        this.cebFiles = cebFiles;
    }

    public static void main(String[] arguments) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Suite suite = new Suite(Path.of(arguments[0]), System.getenv(), http);
        Main main = new Main(suite, Path.of(arguments[1]));
        switch (arguments.length > 2 ? arguments[2] : "") {
            case ONLY_LISTS -> {
                suite.run("up");
                main.measureLists();
            }
            case ONLY_SUBMISSIONS -> {
                suite.run("up");
                main.measureSubmissions();
            }
            case ONLY_FRESHNESS -> {
                suite.run("up");
                print("Freshness", Freshness.of(suite).table());
            }
            case ONLY_QUESTIONS -> QuestionBenchmarks.askBeside(suite, Long.parseLong(arguments[3]));
            case ONLY_FORMATS -> QuestionBenchmarks.formats(suite, Long.parseLong(arguments[3]));
            case ONLY_GATEWAY -> QuestionBenchmarks.gateway(suite, Long.parseLong(arguments[3]));
            case ONLY_PAGES -> QuestionBenchmarks.pages(suite, Long.parseLong(arguments[3]));
            case ONLY_REBUILD -> QuestionBenchmarks.rebuild(suite, Long.parseLong(arguments[3]));
            default -> main.measure();
        }
    }

    private void measure() throws Exception {
        print("First start, without data", StartUp.of(suite).table());
        measureLists();
        print("Loading", Load.table(Load.all(suite, cebFiles)));
        Memory loaded = Memory.of(suite);
        print("Ten roll-ups", race().table());
        print("Memory", Memory.table("after loading", loaded, "after the roll-ups", Memory.of(suite)));
        suite.run("down");
        print("Start with the data", StartUp.of(suite).table());
    }

    private void measureLists() throws Exception {
        print("Code lists", ReadRace.of(ListReads.of(suite)).table());
    }

    private void measureSubmissions() throws Exception {
        Memory before = Memory.of(suite);
        EmbeddedServer server = new EmbeddedServer(suite.folder().resolve("bare-postgresql"), suite.barePort());
        server.start(Durability.DURABLE, List.of(BARE_DATABASE));
        try (Connection postgreSql = DriverManager.getConnection(
                server.jdbcUrl(BARE_DATABASE), BARE_DATABASE, server.password(BARE_DATABASE))) {
            SubmissionRace race = SubmissionRace.of(suite, new BareCopy(postgreSql));
            print("A large submission", race.table());
        } finally {
            server.stop();
        }
        print("Memory", Memory.table("started", before, "after the submissions", Memory.of(suite)));
    }

    private Race race() throws IOException, InterruptedException, SQLException {
        EmbeddedServer server = new EmbeddedServer(suite.folder().resolve("bare-postgresql"), suite.barePort());
        server.start(Durability.DURABLE, List.of(BARE_DATABASE));
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Connection postgreSql = DriverManager.getConnection(
                        server.jdbcUrl(BARE_DATABASE), BARE_DATABASE, server.password(BARE_DATABASE))) {
            List<FactLine> lines = PublishedLines.of(suite);
            SqlContestant bareDuckDb = new SqlContestant("bare DuckDB", duckDb);
            SqlContestant barePostgreSql = new SqlContestant("bare PostgreSQL", postgreSql);
            bareDuckDb.load(lines);
            barePostgreSql.load(lines);
            return Race.of(List.of(
                    bareDuckDb,
                    barePostgreSql,
                    new HttpContestant("aggregation", suite, Suite.AGGREGATION),
                    new HttpContestant("gateway", suite, Suite.GATEWAY)));
        } finally {
            server.stop();
        }
    }

    private static void print(String title, MarkdownTable table) {
        System.out.println("### " + title + "\n\n" + table);
    }
}

package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What other services and people read of the code lists, from the registry and straight from its database. */
final class ListReads {
    private static final String LISTS = "/api/v1/code-lists/";
    private static final String LARGEST = "contributors";
    private static final String PLACES = "locations";
    private static final int VALUES = 10_000;
    private static final int READERS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Suite suite;
    private final RegistryDatabase database;
    private final List<Read> reads = new ArrayList<>();

    private ListReads(Suite suite) {
        this.suite = suite;
        this.database = new RegistryDatabase(suite.postgreSql());
    }

    static List<Read> of(Suite suite) throws IOException, InterruptedException, SQLException {
        ListReads made = new ListReads(suite);
        made.addUnchanged();
        made.addWhole("largest list", LISTS + LARGEST, LARGEST);
        made.addWhole("tree of all locations", LISTS + PLACES + "?view=tree", PLACES);
        made.addResolving();
        return made.reads;
    }

    private void addUnchanged() throws IOException, InterruptedException {
        String address = LISTS + LARGEST;
        Map<String, String> known = Map.of("If-None-Match", suite.etag(Suite.REGISTRY, address));
        String what = "largest list, read before";
        reads.add(
                new Read(what, "registry", "304", READERS, () -> () -> suite.get(Suite.REGISTRY, address, known, 304)));
        reads.add(new Read(
                what, "PostgreSQL", "its version", READERS, () -> database.read(RegistryDatabase.VERSION, LARGEST)));
    }

    private void addWhole(String what, String address, String list) throws IOException, InterruptedException {
        int codes = suite.getJson(Suite.REGISTRY, LISTS + list).get("codes").size();
        reads.add(
                new Read(what, "registry", codes + " codes", READERS, () -> () -> suite.get(Suite.REGISTRY, address)));
        reads.add(new Read(
                what, "PostgreSQL", codes + " codes", READERS, () -> database.read(RegistryDatabase.CODES, list)));
    }

    private void addResolving() throws IOException, InterruptedException, SQLException {
        List<String> values = RawValues.of(suite.getJson(Suite.REGISTRY, LISTS + LARGEST), VALUES);
        String body = JSON.writeValueAsString(Map.of("values", values));
        String address = LISTS + LARGEST + "/resolve";
        JsonNode results =
                JSON.readTree(suite.post(Suite.REGISTRY, address, body)).get("results");
        long given = StreamSupport.stream(results.spliterator(), false)
                .filter(result -> !result.get("code").isNull())
                .count();
        String what = VALUES + " values to codes";
        reads.add(new Read(what, "registry", given(given), 1, () -> () -> suite.post(Suite.REGISTRY, address, body)));
        database.prepareSpellings(LARGEST);
        addResolving(what, "PostgreSQL, lower()", RegistryDatabase.BY_SPELLING, values);
        addResolving(what, "PostgreSQL, pg_trgm", RegistryDatabase.BY_TRIGRAMS, values);
        addResolving(what, "PostgreSQL, levenshtein()", RegistryDatabase.BY_DISTANCE, values);
    }

    private void addResolving(String what, String whom, String sql, List<String> values)
            throws IOException, SQLException {
        String given = given(database.resolved(sql, values));
        reads.add(new Read(what, whom, given, 1, () -> database.resolve(sql, values)));
    }

    private static String given(long codes) {
        return codes + " with a code";
    }
}

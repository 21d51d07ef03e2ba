package org.undatacube.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.undatacube.embeddedpostgresql.EmbeddedServer;

/** The registry's own database, asked without the registry. */
record RegistryDatabase(EmbeddedServer server) {
    private static final String DATABASE = "registry";

    /** Which version of a list is in force: what a reader needs to know whether what he has is still right. */
    static final String VERSION = """
            select revision, made_at, content_hash from code_list_version
            where list_id = ? order by revision desc limit 1""";

    /** Everything that the version in force says of its codes, in the list's order. */
    static final String CODES = """
            select * from (
                select distinct on (code) * from code_state
                where list_id = ? and revision <= (select max(revision) from code_list_version where list_id = ?)
                order by code, revision desc) state
            order by position, code""";

    private static final String SPELLINGS = """
            create table if not exists spelling as
            with state as (
                select distinct on (code) * from code_state where list_id = '%s' order by code, revision desc)
            select code, code as text from state
            union select code, alias ->> 'alias' from state, jsonb_array_elements(aliases) alias
            union select code, label.value from state, jsonb_each_text(labels) label""";

    /** Codes by spelling, whatever the case. */
    static final String BY_SPELLING = """
            select value, code from unnest(?::text[]) with ordinality as asked (value, place)
            left join spelling on lower(text) = lower(trim(value)) order by place""";

    /** The same, and where there is none the spelling that the fewest letters are wrong of, four at most. */
    static final String BY_DISTANCE = """
            select value, coalesce(same.code, near.code) from unnest(?::text[]) with ordinality as asked (value, place)
            left join lateral (select code from spelling where lower(text) = lower(trim(value)) limit 1) same on true
            left join lateral (
                select code from spelling
                where same.code is null and length(value) < 200 and octet_length(text) < 200
                    and abs(length(text) - length(value)) <= 4
                    and levenshtein_less_equal(lower(text), lower(value), 4) <= least(4, length(value) / 5)
                order by levenshtein_less_equal(lower(text), lower(value), 4) limit 1) near on true
            order by place""";

    /** The same, but by the share of trigrams in common, for which there is an index. */
    static final String BY_TRIGRAMS = """
            select value, coalesce(same.code, near.code) from unnest(?::text[]) with ordinality as asked (value, place)
            left join lateral (select code from spelling where lower(text) = lower(trim(value)) limit 1) same on true
            left join lateral (
                select code from spelling where same.code is null and lower(text) % lower(value)
                order by similarity(lower(text), lower(value)) desc limit 1) near on true
            order by place""";

    /** Puts all spellings of a list into a table with the indexes that the queries can use. */
    void prepareSpellings(String list) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists fuzzystrmatch");
            statement.execute("create extension if not exists pg_trgm");
            statement.execute(SPELLINGS.formatted(list));
            statement.execute("create index if not exists spelling_text on spelling (lower(text))");
            statement.execute(
                    "create index if not exists spelling_trigrams on spelling using gin (lower(text) gin_trgm_ops)");
            statement.execute("analyze spelling");
        }
    }

    /** Every parameter of the query is the list. */
    Read.Client read(String sql, String list) throws SQLException, IOException {
        Connection connection = connect();
        PreparedStatement query = connection.prepareStatement(sql);
        for (int parameter = 1; parameter <= query.getParameterMetaData().getParameterCount(); parameter++) {
            query.setString(parameter, list);
        }
        return new Query(connection, query);
    }

    Read.Client resolve(String sql, List<String> values) throws SQLException, IOException {
        Connection connection = connect();
        PreparedStatement query = connection.prepareStatement(sql);
        query.setArray(1, connection.createArrayOf("text", values.toArray()));
        return new Query(connection, query);
    }

    /** How many values got a code. */
    int resolved(String sql, List<String> values) throws SQLException, IOException {
        int resolved = 0;
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", values.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    resolved += rows.getString(2) == null ? 0 : 1;
                }
            }
        }
        return resolved;
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(server.jdbcUrl(DATABASE), DATABASE, server.password(DATABASE));
    }

    private record Query(Connection connection, PreparedStatement query) implements Read.Client {
        @Override
        public void ask() throws SQLException {
            try (ResultSet rows = query.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}

package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.undatacube.codelists.Dimension;

/** What the lines of breakdowns count and add up to, as the database sees them. */
@ApplicationScoped
public class LineFigures {
    /** What is the same in lines that repeat each other. */
    private static final String CONTENT = "entity, function, location, instrument, sdg, contributor, gem, amount_usd,"
            + " original_amount, original_currency, basis, line_id, note, split_amount, split_percent";

    /** Equal for lines that repeat each other, and cheap. */
    private static final String FINGERPRINT =
            "hash_numeric_extended(amount_usd, coalesce(hashtextextended(line_id, 0), 0))";

    /**
     * Room for the fingerprints of a million lines, more are put aside on disk; no loop over all pairs of lines, which the
     * planner may think cheap as long as it does not know how many have just come in; and no helpers, each of which
     * would take all fingerprints for itself.
     */
    private static final String SETTINGS = "set local work_mem = '40MB'; set local enable_nestloop = off;"
            + " set local max_parallel_workers_per_gather = 0";

    private static final String USUAL_SETTINGS = "set local work_mem to default; set local enable_nestloop to default;"
            + " set local max_parallel_workers_per_gather to default";

    private final DataSource dataSource;

    LineFigures(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** How many lines of each breakdown repeat an earlier one in everything; breakdowns without are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Long> countRepeats(Collection<Long> breakdowns) throws SQLException {
        // only lines whose fingerprint is there twice are compared whole: that takes many times as long, and hardly any
        // is
        String sql = """
                select breakdown, sum(times - 1) from (
                    select breakdown, count(*) times from line
                    where breakdown = any (?) and (breakdown, %2$s) in (
                        select breakdown, %2$s from line where breakdown = any (?) group by 1, 2 having count(*) > 1)
                    group by breakdown, %1$s having count(*) > 1) repeated
                group by breakdown""".formatted(CONTENT, FINGERPRINT);
        Map<Long, Long> repeats = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            setting.execute(SETTINGS);
            Array asked = connection.createArrayOf("bigint", breakdowns.toArray());
            statement.setArray(1, asked);
            statement.setArray(2, asked);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    repeats.put(rows.getLong(1), rows.getLong(2));
                }
            }
            setting.execute(USUAL_SETTINGS);
        }
        return repeats;
    }

    /**
     * Lines with amounts below zero.
     *
     * @param sum in United States dollars
     */
    public record Negatives(long lines, Amount sum) {
        private static final Negatives NONE = new Negatives(0, Amount.ZERO);

        private Negatives plus(long more, Amount amount) {
            return new Negatives(lines + more, sum.plus(amount));
        }
    }

    /**
     * What may be worth a word.
     *
     * @param negatives by breakdown; those without are left out
     * @param onTargets how many lines are on each of the targets that were asked for, by breakdown; those without are left
     *     out
     */
    public record Oddities(Map<Long, Negatives> negatives, Map<Long, Map<String, Long>> onTargets) {}

    /** The negative lines and those on some targets, found in one go over all lines. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Oddities oddities(Collection<Long> breakdowns, Collection<String> targets) throws SQLException {
        String sql = """
                select breakdown, case when sdg = any (?) then sdg end target, count(*),
                    count(*) filter (where amount_usd < 0), sum(amount_usd) filter (where amount_usd < 0)
                from line where breakdown = any (?) and (amount_usd < 0 or sdg = any (?)) group by 1, 2""";
        Oddities oddities = new Oddities(new HashMap<>(), new HashMap<>());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Array watched = connection.createArrayOf("text", targets.toArray());
            statement.setArray(1, watched);
            statement.setArray(2, connection.createArrayOf("bigint", breakdowns.toArray()));
            statement.setArray(3, watched);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    add(rows, oddities);
                }
            }
        }
        return oddities;
    }

    private static void add(ResultSet row, Oddities oddities) throws SQLException {
        long breakdown = row.getLong(1);
        String target = row.getString(2);
        if (target != null) {
            oddities.onTargets()
                    .computeIfAbsent(breakdown, unseen -> new TreeMap<>())
                    .put(target, row.getLong(3));
        }
        long negative = row.getLong(4);
        if (negative > 0) {
            Negatives before = oddities.negatives().getOrDefault(breakdown, Negatives.NONE);
            oddities.negatives().put(breakdown, before.plus(negative, new Amount(row.getBigDecimal(5))));
        }
    }

    /** What a breakdown's lines add up to in United States dollars, by their code in a dimension that it gives. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Amount> totals(long breakdown, Dimension dimension) throws SQLException {
        // a name of the enumeration, nothing that anybody sent
        String sql = "select %1$s, sum(amount_usd) from line where breakdown = ? and %1$s is not null group by %1$s"
                .formatted(dimension.code());
        Map<String, Amount> totals = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, breakdown);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    totals.put(rows.getString(1), new Amount(rows.getBigDecimal(2)));
                }
            }
        }
        return totals;
    }
}

package org.undatacube.contributions.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.LineFigures;
import org.undatacube.contributions.validation.History;

/** What entities published for other years. */
@ApplicationScoped
public class PublishedHistory {
    private static final int YEARS_AWAY = 3;

    private final DataSource dataSource;
    private final LineFigures figures;

    PublishedHistory(DataSource dataSource, LineFigures figures) {
        this.dataSource = dataSource;
        this.figures = figures;
    }

    /** What is to be compared with its like. */
    public record Key(String entity, int year, Flow flow) {}

    /** What is in force for the nearest other year within three; of two as near, the one before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<History> nearest(Key key) throws SQLException {
        String sql = """
                select * from (
                    select distinct on (year) id, year, control_total from edition_publication
                    where entity = ? and flow = ? and year <> ? and abs(year - ?) <= ?
                    order by year, edition desc) in_force
                order by abs(year - ?), year limit 1""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.entity());
            select.setString(2, key.flow().code());
            select.setInt(3, key.year());
            select.setInt(4, key.year());
            select.setInt(5, YEARS_AWAY);
            select.setInt(6, key.year());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new History(
                        row.getInt("year"),
                        new Amount(row.getBigDecimal("control_total")),
                        members(row.getLong("id"), connection)));
            }
        }
    }

    private Map<Dimension, Map<String, Amount>> members(long publication, Connection connection) throws SQLException {
        Map<Dimension, Map<String, Amount>> members = new EnumMap<>(Dimension.class);
        for (Dimension dimension : History.DIMENSIONS) {
            OptionalLong breakdown = breakdown(publication, dimension, connection);
            if (breakdown.isPresent()) {
                members.put(dimension, figures.totals(breakdown.getAsLong(), dimension));
            }
        }
        return members;
    }

    private static OptionalLong breakdown(long publication, Dimension dimension, Connection connection)
            throws SQLException {
        String sql = """
                select breakdown.id from breakdown join edition_breakdown on edition_breakdown.breakdown = breakdown.id
                where publication = ? and ? = any (dimensions) order by cardinality(dimensions), breakdown.id limit 1""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, publication);
            select.setString(2, dimension.code());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}

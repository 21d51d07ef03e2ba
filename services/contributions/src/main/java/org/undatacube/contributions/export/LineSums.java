package org.undatacube.contributions.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.undatacube.contributions.submission.Amount;

/** Adds the lines of a breakdown up by what IATI tells apart. */
@ApplicationScoped
class LineSums {
    private static final int ROWS_AT_A_TIME = 2_000;

    private final DataSource dataSource;

    LineSums(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param sdg null where the breakdown does not give it; so with location and contributor
     * @param planned whether it is a budget, not yet spent
     */
    record Sum(String sdg, String location, String contributor, boolean planned, Amount dollars) {}

    /** Takes sums one by one. */
    @FunctionalInterface
    interface SumReader {
        void accept(Sum sum) throws IOException;
    }

    /** By goal or target, and place. */
    @Transactional
    void byGoalAndPlace(long breakdown, SumReader reader) throws IOException {
        read("sdg, location, null::text contributor", breakdown, reader);
    }

    @Transactional
    void byContributor(long breakdown, SumReader reader) throws IOException {
        read("null::text sdg, null::text location, contributor", breakdown, reader);
    }

    /** The contributors of a breakdown's lines; at most as many as the list has. */
    @Transactional
    List<String> contributors(long breakdown) throws IOException {
        List<String> contributors = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select distinct contributor collate \"C\" from line"
                                + " where breakdown = ? and contributor is not null order by 1")) {
            select.setLong(1, breakdown);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    contributors.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IOException("The contributors could not be read", e);
        }
        return contributors;
    }

    private void read(String codes, long breakdown, SumReader reader) throws IOException {
        String sql = """
                select * from (
                    select %s, basis is not distinct from 'BUD' planned, sum(amount_usd) from line
                    where breakdown = ? group by 1, 2, 3, 4) sums
                order by sdg collate "C", location collate "C", contributor collate "C", planned""".formatted(codes);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setLong(1, breakdown);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.accept(new Sum(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getBoolean(4),
                            new Amount(row.getBigDecimal(5))));
                }
            }
        } catch (SQLException e) {
            throw new IOException("The sums of breakdown " + breakdown + " could not be read", e);
        }
    }
}

package org.undatacube.contributions.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.publication.Impact.DimensionChange;
import org.undatacube.contributions.publication.Impact.Move;
import org.undatacube.contributions.submission.Amount;

/** Compares two breakdowns code by code. */
@ApplicationScoped
class MemberMoves {
    /** Ties in the order of the codes' bytes, so that the answer does not depend on the database's language. */
    private static final String SQL = """
            select *, count(*) over () members from (
                select code, before, after, coalesce(after, 0) - coalesce(before, 0) change from (
                    select %s code, sum(amount_usd) filter (where breakdown = ?) before,
                        sum(amount_usd) filter (where breakdown = ?) after
                    from line where breakdown in (?, ?) group by 1) member) move
            where change <> 0 order by abs(change) desc, code collate "C" limit ?""";

    private final DataSource dataSource;

    MemberMoves(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param before null where there was none
     * @param after null where there will be none
     * @param top how many moves are given
     */
    @Transactional(Transactional.TxType.MANDATORY)
    DimensionChange between(Long before, Long after, Dimension dimension, int top) {
        List<Move> moves = new ArrayList<>();
        long members = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SQL.formatted(dimension.code()))) {
            for (int parameter : new int[] {1, 3}) {
                select.setObject(parameter, before, Types.BIGINT);
                select.setObject(parameter + 1, after, Types.BIGINT);
            }
            // one at least, as each row says how many there are
            select.setInt(5, Math.max(top, 1));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members = row.getLong("members");
                    moves.add(new Move(
                            row.getString("code"),
                            amount(row.getBigDecimal("before")),
                            amount(row.getBigDecimal("after")),
                            new Amount(row.getBigDecimal("change"))));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The breakdowns " + before + " and " + after + " could not be compared", e);
        }
        return new DimensionChange(dimension, before, after, members, List.copyOf(top == 0 ? List.of() : moves));
    }

    private static Amount amount(BigDecimal value) {
        return value == null ? null : new Amount(value);
    }
}

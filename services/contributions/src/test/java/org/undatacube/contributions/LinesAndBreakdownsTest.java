package org.undatacube.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That no line is ever without its breakdown, whoever writes to the database. */
@QuarkusTest
class LinesAndBreakdownsTest {
    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into line (breakdown, line, entity, amount_usd) values (-1, 1, 'UNDP', 1) | 23503
            insert into line (breakdown, line, entity, amount_usd) select -n, 1, 'UNDP', 1 from generate_series(1, 3) n | 23503
            delete from breakdown where submission = '%s' | 23503
            delete from breakdown_with_lines | 23503
            truncate breakdown_with_lines | 23001
            update line set breakdown = -1 where breakdown in (select id from breakdown where submission = '%s') | 23001
            """)
    void refusesALineWithoutABreakdown(String change, String state) throws SQLException {
        String id = Client.UNDP.submit("{\"entity\":\"UNDP\",\"year\":2018,\"flow\":\"expense\",\"breakdowns\":["
                + "{\"lines\":[{\"amount\":1}]}]}");

        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(change.formatted(id)));
            assertEquals(state, refusal.getSQLState(), refusal.getMessage());
        }
    }

    @Test
    void letsABreakdownGoWhoseLinesAreGone() throws SQLException {
        String id = Client.UNDP.submit("{\"entity\":\"UNDP\",\"year\":2018,\"flow\":\"expense\",\"breakdowns\":["
                + "{\"lines\":[{\"amount\":1}]}]}");

        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from line where breakdown in (select id from breakdown where submission = '%s')"
                    .formatted(id));
            assertEquals(1, statement.executeUpdate("delete from breakdown where submission = '" + id + "'"));
        }
    }
}

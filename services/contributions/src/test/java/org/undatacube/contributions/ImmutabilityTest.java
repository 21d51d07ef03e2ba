package org.undatacube.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImmutabilityTest {
    private static final String RESTRICT_VIOLATION = "23001";

    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update line set amount_usd = 2 where breakdown in"
                        + " (select id from breakdown where submission = '%s')",
                "delete from line where breakdown in (select id from breakdown where submission = '%s')",
                "update breakdown set total = 2 where submission = '%s'",
                "update submission set control_total = 2 where id = '%s'",
                "update submission set status = 'validated' where id = '%s'",
                "delete from submission where id = '%s'",
                "delete from edition_submission where submission = '%s'",
                "update edition set title = 'other'",
                "update edition_publication set control_total = 2",
                "delete from edition_breakdown",
                "truncate line",
                "update audit_step set actor = 'other'",
                "delete from audit_step",
                "truncate audit_step",
                "update audit_head set length = 0",
                "delete from audit_head"
            })
    void refusesToChangeWhatIsPublishedEvenInTheDatabase(String change) throws SQLException {
        String id = Client.UNDP.submit("{\"entity\":\"UNDP\",\"year\":2018,\"flow\":\"expense\",\"breakdowns\":["
                + "{\"lines\":[{\"amount\":1}]}]}");
        Client.SECRETARIAT.edition(id);

        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(change.formatted(id)));
            assertEquals(RESTRICT_VIOLATION, refusal.getSQLState(), refusal.getMessage());
        }
    }
}

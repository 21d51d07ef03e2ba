package org.undatacube.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
    void aDatabaseThatCannotBeReachedIsAway(String state) {
        assertTrue(StoreAway.isCauseOf(new IllegalStateException(new SQLException("", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "57014"})
    void aStatementThatWentWrongIsOurFault(String state) {
        assertFalse(StoreAway.isCauseOf(new IllegalStateException(new SQLException("", state))));
    }
}

package org.undatacube.registry.codelist;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Reads lists as they are shipped, but for the shortest, which a test may change. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ReadOfLists {
    static final String LISTS = "/api/v1/code-lists/";

    @Inject
    GenderMarkers markers;

    @BeforeAll
    void seedAnew() throws SQLException {
        markers.seedAnew();
    }

    @AfterEach
    void undoChanges() throws SQLException {
        markers.undoChanges();
    }
}

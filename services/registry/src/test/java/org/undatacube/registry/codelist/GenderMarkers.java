package org.undatacube.registry.codelist;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;
import org.undatacube.registry.seeding.Reseeding;

/** The shortest list, which tests change. */
@ApplicationScoped
class GenderMarkers {
    private final Reseeding reseeding;
    private final CodeListWriter writer;
    private boolean changed;

    GenderMarkers(Reseeding reseeding, CodeListWriter writer) {
        this.reseeding = reseeding;
        this.writer = writer;
    }

    /** All lists are as they are shipped. */
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
        changed = false;
    }

    void undoChanges() throws SQLException {
        if (changed) {
            seedAnew();
        }
    }

    void upsert(Code... codes) {
        changed = true;
        QuarkusTransaction.requiringNew()
                .run(() -> writer.upsert(
                        "gender-markers", List.of(codes), new Provenance("a test", "To see what happens")));
    }

    static Code marker(String code, String label) {
        return new Code(
                code, "marker", null, Map.of("en", label), Map.of(), null, null, null, null, null, List.of(), Map.of());
    }
}

package org.undatacube.contributions.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.contributions.audit.AuditTrail.Head;

/** Computes the whole trail's hashes again, from a cursor. */
@ApplicationScoped
class ChainCheck {
    private static final int ROWS_AT_A_TIME = 1_000;

    private final DataSource dataSource;

    ChainCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param broken the first step that is not as it was written; absent where the trail is whole */
    @Schema(name = "AuditVerification")
    public record Verdict(
            boolean whole,

            @Schema(description = "How many steps there should be")
            long length,

            @Schema(description = "The hash of the last step")
            String hash,

            Optional<Broken> broken) {}

    /** @param position where a step is wrong or missing */
    @Schema(name = "BrokenStep")
    public record Broken(long position, String reason) {}

    @Transactional
    Verdict verify() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sameMoment = connection.createStatement()) {
            // the head and the steps as of one moment, while others are added
            sameMoment.execute("set transaction isolation level repeatable read");
            Head head = AuditTrail.head(connection, "");
            Optional<Broken> broken = firstBroken(connection, head);
            return new Verdict(broken.isEmpty(), head.length(), head.hash(), broken);
        }
    }

    private static Optional<Broken> firstBroken(Connection connection, Head head) throws SQLException {
        Head last = new Head(0, "0".repeat(64));
        try (PreparedStatement select = connection.prepareStatement("select * from audit_step order by position")) {
            select.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long position = last.length() + 1;
                    Optional<String> flaw = flaw(row, last);
                    if (flaw.isPresent()) {
                        return Optional.of(new Broken(position, flaw.get()));
                    }
                    last = new Head(position, row.getString("hash"));
                }
            }
        }
        return last.equals(head)
                ? Optional.empty()
                : Optional.of(new Broken(last.length() + 1, "The trail does not end where its head says."));
    }

    private static Optional<String> flaw(ResultSet row, Head before) {
        try {
            AuditStep step = AuditStep.of(row);
            if (step.position() != before.length() + 1) {
                return Optional.of("The step is missing: the next one is " + step.position() + ".");
            }
            if (!step.previous().equals(before.hash())) {
                return Optional.of("The step does not follow the one before it.");
            }
            return step.computedHash().equals(step.hash())
                    ? Optional.empty()
                    : Optional.of("The step's hash is not that of its content.");
        } catch (SQLException | IllegalArgumentException unreadable) {
            return Optional.of("The step cannot be read.");
        }
    }
}

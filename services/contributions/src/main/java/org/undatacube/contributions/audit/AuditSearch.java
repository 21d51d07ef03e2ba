package org.undatacube.contributions.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.undatacube.http.Page;
import org.undatacube.http.Problem;

/** Finds steps. */
@ApplicationScoped
public class AuditSearch {
    private static final int LARGEST_PAGE = 1_000;

    private final DataSource dataSource;

    AuditSearch(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Which steps are asked for; null where it does not matter. */
    record Filter(UUID submission, String entity, String action, Page.Asked page) {

        /** @throws Problem (400) for what cannot be read */
        static Filter of(String submission, String entity, String action, String cursor, String limit) {
            return new Filter(
                    submission == null ? null : id(submission),
                    entity == null ? null : code(entity),
                    action == null ? null : action(action),
                    Page.Asked.of(cursor, limit, LARGEST_PAGE));
        }

        private static UUID id(String submission) {
            if (!submission.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                throw Problem.invalidParameter(
                        "submission", submission, "This is not the id of a submission.", "a UUID");
            }
            return UUID.fromString(submission);
        }

        private static String code(String entity) {
            if (entity.chars().anyMatch(Character::isISOControl)) {
                throw Problem.invalidParameter(
                        "entity",
                        entity.replaceAll("\\p{Cntrl}", "\uFFFD"),
                        "A code has no control characters.",
                        "a code");
            }
            return entity;
        }

        private static String action(String action) {
            return Action.find(action)
                    .map(Action::code)
                    .orElseThrow(() -> Problem.invalidParameter(
                            "action", action, "No step is called so.", List.of(Action.values())));
        }
    }

    /** Some of what was done to a submission, oldest first. */
    @Transactional
    public Page<AuditStep> of(UUID submission, Page.Asked page) throws SQLException {
        return page(new Filter(submission, null, null, page), Optional.empty());
    }

    /** @param within the entity whose steps may be seen; empty for all */
    @Transactional
    Page<AuditStep> page(Filter filter, Optional<String> within) throws SQLException {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("position > ?", filter.page().after());
        conditions.put("submission = ?", filter.submission());
        conditions.put("entity = ?", filter.entity());
        conditions.put("? = entity", within.orElse(null));
        conditions.put("action = ?", filter.action());
        conditions.values().removeIf(Objects::isNull);
        // one more than asked for tells whether there is a next page
        String sql = "select * from audit_step where " + String.join(" and ", conditions.keySet())
                + " order by position limit " + filter.page().most();
        List<AuditStep> steps = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 0;
            for (Object value : conditions.values()) {
                index++;
                select.setObject(index, value);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(AuditStep.of(row));
                }
            }
        }
        return filter.page().of(steps, AuditStep::position);
    }
}

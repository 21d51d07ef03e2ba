package org.undatacube.contributions.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.contributions.submission.Severity;

/**
 * Which findings of a report are wanted, the gravest first and of the same gravity by number.
 *
 * @param after the last of the page before, or empty for the first page
 */
record FindingQuery(
        Optional<String> rule,
        Optional<Severity> severity,
        Optional<Long> row,
        Optional<String> field,
        Optional<Cursor> after) {
    static final FindingQuery ALL =
            new FindingQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Where a page ends. */
    record Cursor(int gravity, long number) {
        private static final String FORM = "[1-3]-[0-9]{1,10}";

        static Optional<Cursor> find(String text) {
            if (!text.matches(FORM)) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(text.charAt(0) - '0', Long.parseLong(text.substring(2))));
        }

        @Override
        public String toString() {
            return gravity + "-" + number;
        }
    }

    /**
     * With what is said to each finding, or to all warnings of its rule.
     *
     * @param limit how many, or empty for all
     */
    PreparedStatement statement(UUID report, Optional<Integer> limit, Connection connection) throws SQLException {
        StringBuilder sql = new StringBuilder("""
                select finding.*, said.text, said.written_by, said.written_at from finding
                left join lateral (
                    select text, written_by, written_at from explanation
                    where submission = finding.report and explanation.rule = finding.rule
                        and finding.severity <> 'note'
                        and (explanation.finding = finding.position or explanation.finding is null)
                    order by explanation.finding is null, id desc limit 1) said on true
                where report = ?""");
        List<Object> bounds = new ArrayList<>(List.of(report));
        rule.ifPresent(value -> require(" and finding.rule = ?", value, sql, bounds));
        severity.ifPresent(value -> require(" and severity = ?", value.code(), sql, bounds));
        row.ifPresent(value -> require(" and line_row = ?", value, sql, bounds));
        field.ifPresent(value -> require(" and field = ?", value, sql, bounds));
        after.ifPresent(value -> {
            require(" and (gravity, position) > (?", value.gravity(), sql, bounds);
            require(", ?)", value.number(), sql, bounds);
        });
        sql.append(" order by gravity, position");
        limit.ifPresent(value -> require(" limit ?", value, sql, bounds));
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int index = 0; index < bounds.size(); index++) {
            statement.setObject(index + 1, bounds.get(index));
        }
        return statement;
    }

    private static void require(String condition, Object bound, StringBuilder sql, List<Object> bounds) {
        sql.append(condition);
        bounds.add(bound);
    }
}

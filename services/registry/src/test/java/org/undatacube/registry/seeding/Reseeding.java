package org.undatacube.registry.seeding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Gives a test lists whose history it knows. */
@ApplicationScoped
public class Reseeding {
    private final Seeding seeding;
    private final DataSource dataSource;

    Reseeding(Seeding seeding, DataSource dataSource) {
        this.seeding = seeding;
        this.dataSource = dataSource;
    }

    /** Every list in its first version, as the reference files have it. */
    public void fromNothing() throws SQLException {
        execute("truncate code_list cascade");
        seeding.seed();
    }

    /** Every hierarchy in its first version, as the reference files have it, and no other. */
    public void hierarchiesFromNothing() throws SQLException {
        execute("truncate hierarchy cascade");
        seeding.seed();
    }

    /** Lets a hierarchy have been kept in another way than it was. */
    void withPastHierarchy(String... statements) throws SQLException {
        execute("alter table hierarchy_version disable trigger append_only");
        for (String sql : statements) {
            execute(sql);
        }
        execute("alter table hierarchy_version enable trigger append_only");
    }

    /** The exchange rates in their first version, as the reference file has them. */
    public void ratesFromNothing() throws SQLException {
        execute("truncate exchange_rate_version, reference_rate cascade");
        seeding.seed();
    }

    /** What the next start does. */
    public void again() {
        seeding.seed();
    }

    /** Lets the reference file have said another rate than it says now. */
    public void withFormerRate(String currency, int year, String unitsPerUsd) throws SQLException {
        String change =
                " set units_per_usd = %s where currency = '%s' and year = %d".formatted(unitsPerUsd, currency, year);
        execute("alter table exchange_rate disable trigger append_only");
        execute("update exchange_rate" + change);
        execute("update reference_rate" + change);
        execute("alter table exchange_rate enable trigger append_only");
    }

    /** Lets a list have been seeded in another way than it was. */
    void withPast(String list, String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table code_state disable trigger append_only");
            statement.execute("alter table code_list_version disable trigger append_only");
            statement.executeUpdate("update code_list set reference_hash = 'older' where id = '" + list + "'");
            // as if nobody had read the list yet
            statement.executeUpdate("update code_list_version set content_hash = md5(random()::text)");
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
            statement.execute("alter table code_state enable trigger append_only");
            statement.execute("alter table code_list_version enable trigger append_only");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

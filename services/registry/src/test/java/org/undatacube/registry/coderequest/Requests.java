package org.undatacube.registry.coderequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.undatacube.registry.seeding.Reseeding;

/** Requests as tests make them, and a registry in which nobody asked for anything yet. */
@ApplicationScoped
class Requests {
    private final Reseeding reseeding;
    private final DataSource dataSource;

    Requests(Reseeding reseeding, DataSource dataSource) {
        this.reseeding = reseeding;
        this.dataSource = dataSource;
    }

    void startAnew() throws SQLException {
        execute("truncate code_request cascade");
        if (execute("select from code_list_version where list_id = 'contributors' and revision > 1")) {
            reseeding.fromNothing();
        }
    }

    /** Whether a row came of it. */
    boolean execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute(sql) && statement.getResultSet().next();
        }
    }

    /** A request that nothing speaks against. */
    static Map<String, Object> foundation() {
        Map<String, Object> request = new HashMap<>();
        request.put("name", "Nordic Ocean Research Foundation");
        request.put("type", "C05");
        request.put("country", "NO");
        request.put("code", "NORFO");
        request.put("justification", "Pledged 2.5 million USD to our ocean programme in 2026");
        return request;
    }

    /** The same but for some members, by turns a name and its value; null leaves it out. */
    static Map<String, Object> foundation(Object... members) {
        Map<String, Object> request = foundation();
        for (int index = 0; index < members.length; index += 2) {
            request.put((String) members[index], members[index + 1]);
        }
        return request;
    }
}

package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/** The lines that were refused alone. Neither way in nor way out holds more than a few of them in memory. */
@ApplicationScoped
public class RejectedLineStore {
    private static final int ROWS_AT_A_TIME = 500;

    private final DataSource dataSource;

    RejectedLineStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes lines one by one. */
    @FunctionalInterface
    interface Reader {
        void accept(RejectedLine line) throws IOException;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(SubmissionPart part, Iterator<RejectedLine> lines) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into rejected_line (part, position, line_row, cells, findings) values (?, ?, ?, ?, ?)")) {
            for (int position = 1; lines.hasNext(); position++) {
                RejectedLine line = lines.next();
                insert.setLong(1, part.id);
                insert.setInt(2, position);
                insert.setLong(3, line.row());
                insert.setArray(4, connection.createArrayOf("text", line.cells().toArray()));
                insert.setString(5, line.findings());
                insert.addBatch();
                if (position % ROWS_AT_A_TIME == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Reads the refused lines of a part as they came. */
    @Transactional
    void read(SubmissionPart part, Reader reader) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from rejected_line where part = ? order by position")) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setLong(1, part.id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<String> cells =
                            List.of((String[]) row.getArray("cells").getArray());
                    reader.accept(new RejectedLine(row.getLong("line_row"), cells, row.getString("findings")));
                }
            }
        } catch (SQLException e) {
            throw new IOException("The refused lines could not be read", e);
        }
    }
}

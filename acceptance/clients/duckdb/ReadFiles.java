import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads an answer as Parquet and as CSV by bare DuckDB, and compares them row by row. */
class ReadFiles {
    private static final String QUESTION =
            "/api/v1/cubes/expense/aggregate?drilldown=sdg.goal,entity.entity,year&measures=amount,lines&format=";

    public static void main(String[] arguments) throws IOException, SQLException {
        Path parquet = fetch("parquet");
        Path csv = fetch("csv");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create view parquet as from read_parquet('" + parquet + "')");
            // its type would be guessed: a code of digits is no number
            statement.execute("create view csv as from read_csv('" + csv + "', types={'sdg.goal': 'varchar', "
                    + "'entity.entity': 'varchar', 'amount': 'decimal(38,9)', 'lines': 'bigint', 'year': 'integer'})");
            long rows = number(statement, "select count(*) from parquet");
            long others = number(
                    statement,
                    "select count(*) from ((from parquet except all from csv) union all (from csv except all from parquet))");
            if (rows == 0 || others != 0) {
                throw new IllegalStateException(rows + " rows as Parquet, of which or of CSV's " + others + " differ");
            }
            System.out.println(rows + " rows, the same as Parquet and as CSV");
        } finally {
            Files.delete(parquet);
            Files.delete(csv);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Path fetch(String format) throws IOException {
        String suite = System.getenv().getOrDefault("DATACUBE", "http://127.0.0.1:8080");
        Path file = Files.createTempFile("answer", "." + format);
        try (InputStream answer = URI.create(suite + QUESTION + format).toURL().openStream()) {
            Files.copy(answer, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}

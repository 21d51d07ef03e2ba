package org.undatacube.aggregation.sdmx;

import static io.restassured.RestAssured.given;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.response.Response;
import java.util.List;

/** Requests to the running service in SDMX. */
final class Sdmx {
    static final String V21 = "/api/v1/sdmx/2.1/";
    static final String V30 = "/api/v1/sdmx/3.0/";
    static final String EXPENSE_30 = V30 + "data/dataflow/UNDATACUBE/EXPENSE/1.0.0/";

    private Sdmx() {}

    /** @param address percent-encoded but for brackets */
    static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address.replace("[", "%5B").replace("]", "%5D"));
    }

    /** The rows of what is answered as SDMX-CSV, with all that a row says. */
    static List<NamedCsvRecord> rows(String address) {
        Response response = get(address + (address.contains("?") ? "&" : "?") + "format=sdmx-csv");
        if (response.statusCode() != 200) {
            throw new AssertionError(address + ": " + response.statusCode() + " " + response.asString());
        }
        return rowsOf(response.asString());
    }

    static List<NamedCsvRecord> rowsOf(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    /** Some fields of each row, joined by blanks. */
    static List<String> fields(List<NamedCsvRecord> rows, String... names) {
        return rows.stream()
                .map(row -> String.join(
                        " ", List.of(names).stream().map(row::getField).toList()))
                .toList();
    }
}

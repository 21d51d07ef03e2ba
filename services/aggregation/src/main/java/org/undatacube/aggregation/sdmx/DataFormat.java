package org.undatacube.aggregation.sdmx;

import java.io.IOException;
import java.io.OutputStream;

/** The formats of data messages. */
enum DataFormat implements MessageFormat {
    GENERIC_2_1("sdmx-generic-2.1", "genericdata", "xml", "2.1"),
    SPECIFIC_2_1("sdmx-2.1", "structurespecificdata", "xml", "2.1"),
    ML_3_0("sdmx-3.0", "data", "xml", "3.0.0"),
    JSON_2_0("sdmx-json", "data", "json", "2.0.0"),
    JSON_2_1("sdmx-json-2.1", "data", "json", "2.1.0"),
    CSV_2_0("sdmx-csv", "data", "csv", "2.0.0");

    private static final String JSON_SCHEMA_2_0 =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0"
                    + "/sdmx-json-data-schema.json";
    private static final String JSON_SCHEMA_2_1 = "https://json.sdmx.org/2.1/sdmx-json-data-schema.json";

    private final String word;
    private final String kind;
    private final String syntax;
    private final String version;

    DataFormat(String word, String kind, String syntax, String version) {
        this.word = word;
        this.kind = kind;
        this.syntax = syntax;
        this.version = version;
    }

    DataWriter writer(CsvForm form) {
        return switch (this) {
            case GENERIC_2_1 -> new GenericMl();
            case SPECIFIC_2_1 -> new SpecificMl(MlVersion.V2_1);
            case ML_3_0 -> new SpecificMl(MlVersion.V3_0);
            case JSON_2_0 -> new DataJson(JSON_SCHEMA_2_0);
            case JSON_2_1 -> new DataJson(JSON_SCHEMA_2_1);
            case CSV_2_0 -> new DataCsv(form);
        };
    }

    @Override
    public void write(ErrorMessage message, MlVersion ml, OutputStream out) throws IOException {
        switch (this) {
            case GENERIC_2_1, SPECIFIC_2_1 -> MlVersion.V2_1.write(message, out);
            case ML_3_0 -> MlVersion.V3_0.write(message, out);
            case JSON_2_0 -> new DataJson(JSON_SCHEMA_2_0).write(message, out);
            case JSON_2_1 -> new DataJson(JSON_SCHEMA_2_1).write(message, out);
            case CSV_2_0 -> ml.write(message, out);
        }
    }

    @Override
    public String type() {
        return "application/vnd.sdmx." + kind + "+" + syntax;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String syntax() {
        return syntax;
    }

    @Override
    public String word() {
        return word;
    }
}

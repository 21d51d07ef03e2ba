package org.undatacube.aggregation.sdmx;

import java.io.IOException;
import java.io.OutputStream;

/** The formats in which is told which data there are; they are those of structures. */
enum AvailabilityFormat implements MessageFormat {
    ML_2_1("sdmx-2.1", "xml", "2.1"),
    ML_3_0("sdmx-3.0", "xml", "3.0.0"),
    JSON_2_0("sdmx-json", "json", "2.0.0"),
    JSON_2_1("sdmx-json-2.1", "json", "2.1.0");

    private static final String JSON_SCHEMA_2_0 =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0"
                    + "/sdmx-json-structure-schema.json";
    private static final String JSON_SCHEMA_2_1 = "https://json.sdmx.org/2.1/sdmx-json-structure-schema.json";

    private final String word;
    private final String syntax;
    private final String version;

    AvailabilityFormat(String word, String syntax, String version) {
        this.word = word;
        this.syntax = syntax;
        this.version = version;
    }

    void write(AvailabilityMessage message, OutputStream out) throws IOException {
        switch (this) {
            case ML_2_1 -> new AvailabilityMl(MlVersion.V2_1).write(message, out);
            case ML_3_0 -> new AvailabilityMl(MlVersion.V3_0).write(message, out);
            case JSON_2_0 -> new AvailabilityJson(JSON_SCHEMA_2_0, false).write(message, out);
            case JSON_2_1 -> new AvailabilityJson(JSON_SCHEMA_2_1, true).write(message, out);
        }
    }

    @Override
    public void write(ErrorMessage message, MlVersion ml, OutputStream out) throws IOException {
        switch (this) {
            case ML_2_1 -> MlVersion.V2_1.write(message, out);
            case ML_3_0 -> MlVersion.V3_0.write(message, out);
            case JSON_2_0 -> new DataJson(JSON_SCHEMA_2_0).write(message, out);
            case JSON_2_1 -> new DataJson(JSON_SCHEMA_2_1).write(message, out);
        }
    }

    @Override
    public String type() {
        return "application/vnd.sdmx.structure+" + syntax;
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

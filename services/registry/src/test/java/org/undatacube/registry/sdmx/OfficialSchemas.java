package org.undatacube.registry.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.undatacube.registry.SharedData;
import org.xml.sax.SAXException;

/** The schemas of SDMX in {@code ../shared/data/sdmx}. Nothing is fetched from anywhere else. */
final class OfficialSchemas {
    private static final javax.xml.validation.Schema ML_2_1 = xml("ml21");
    private static final javax.xml.validation.Schema ML_3_0 = xml("ml30");
    private static final Schema JSON = json();

    private OfficialSchemas() {}

    static void accept(Format format, String message) {
        switch (format) {
            case ML_2_1 -> accept(ML_2_1, message);
            case ML_3_0 -> accept(ML_3_0, message);
            case JSON_2_0, JSON_2_1 -> assertEquals(List.of(), JSON.validate(message, InputFormat.JSON));
        }
    }

    private static void accept(javax.xml.validation.Schema schema, String message) {
        try {
            Validator validator = schema.newValidator();
            validator.validate(new StreamSource(new StringReader(message)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static javax.xml.validation.Schema xml(String folder) {
        Path file = SharedData.file("sdmx/" + folder + "/SDMXMessage.xsd");
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(file.toFile());
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static Schema json() {
        // the schema tells a date from a moment by format alone
        SchemaRegistryConfig withFormats =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2019_09, registry -> registry.schemaRegistryConfig(withFormats))
                .getSchema(SharedData.text("sdmx/json2/sdmx-json-structure-schema.json"), InputFormat.JSON);
    }
}

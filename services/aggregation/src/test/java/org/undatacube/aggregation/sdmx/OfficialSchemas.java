package org.undatacube.aggregation.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.xml.sax.SAXException;

/**
 * The schemas of SDMX in {@code ../shared/data/sdmx}, which is skipped where it is not. Structure-specific data have a schema
 * besides that {@link StructureSchema} makes from the structure. Nothing is fetched from anywhere else.
 */
final class OfficialSchemas {
    private OfficialSchemas() {}

    static void acceptXml(String folder, String message, String... further) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            String base = file("sdmx/" + folder).toUri().toString();
            Source[] sources = Stream.concat(
                            Stream.of(new StreamSource(base + "SDMXMessage.xsd")),
                            Stream.of(further)
                                    .map(schema -> new StreamSource(new StringReader(schema), base + "structure.xsd")))
                    .toArray(Source[]::new);
            Schema schema = factory.newSchema(sources);
            schema.newValidator().validate(new StreamSource(new StringReader(message)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage() + "\n" + message, e);
        }
    }

    /** @param kind data or structure */
    static void acceptJson(String kind, String message) {
        // the schema tells a date from a moment by format alone
        SchemaRegistryConfig withFormats =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        com.networknt.schema.Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2019_09, registry -> registry.schemaRegistryConfig(withFormats))
                .getSchema(text("sdmx/json2/sdmx-json-" + kind + "-schema.json"), InputFormat.JSON);
        assertEquals(List.of(), schema.validate(message, InputFormat.JSON), message);
    }

    private static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        Path found = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        if (found == null && "true".equals(System.getenv("CI"))) {
            fail("../shared/data/" + name + " is missing, and CI must not skip what needs it");
        }
        Assumptions.assumeTrue(found != null, "skipped: ../shared/data/" + name + " is not there");
        return found;
    }
}

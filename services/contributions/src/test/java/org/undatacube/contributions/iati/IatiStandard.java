package org.undatacube.contributions.iati;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * IATI 2.03 as its makers publish it: the schema, the standard ruleset, and which attributes hold codes of which list, as far as
 * the lists are there.
 */
public final class IatiStandard {
    /** The import that IATI's schema makes is not published with it. */
    private static final String XML_NAMESPACE_SCHEMA = """
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
              <xsd:attribute name="lang" type="xsd:language"/>
            </xsd:schema>""";

    private final Path folder;
    private final Schema schema;
    private final IatiRuleset ruleset;
    private final Map<String, Set<String>> codeLists = new HashMap<>();

    /**
     * @param folder with {@code schemas}, {@code codelists}, {@code mapping.xml} and {@code standard-ruleset.json}
     * @param today what the rules take for the present day
     */
    public IatiStandard(Path folder, LocalDate today) throws Exception {
        this.folder = folder;
        this.schema = schema(folder.resolve("schemas/iati-activities-schema.xsd"));
        JsonNode rules = new ObjectMapper()
                .readTree(folder.resolve("standard-ruleset.json").toFile());
        this.ruleset = new IatiRuleset(rules, codes("IATIOrganisationIdentifier"), today);
    }

    /** What speaks against a document; empty where nothing does. */
    public List<String> faults(String xml) throws Exception {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException e) {
            return List.of("schema: " + e.getMessage());
        }
        Document document = parse(xml);
        List<String> faults = new ArrayList<>(ruleset.faults(document));
        faults.addAll(unknownCodes(document));
        return faults;
    }

    private List<String> unknownCodes(Document document) throws Exception {
        List<String> faults = new ArrayList<>();
        Document mappings = parse(Files.readString(folder.resolve("mapping.xml")));
        XPaths paths = new XPaths();
        for (var mapping : paths.nodes(mappings, "//mapping")) {
            String list = paths.text(mapping, "codelist/@ref");
            if (!Files.exists(folder.resolve("codelists/" + list + ".xml"))) {
                continue;
            }
            String path = paths.text(mapping, "path");
            int attribute = path.lastIndexOf('/');
            String condition = paths.text(mapping, "condition");
            String conditioned = condition.isEmpty()
                    ? path
                    : path.substring(0, attribute) + "[" + condition + "]" + path.substring(attribute);
            for (var value : paths.nodes(document, conditioned)) {
                if (!codes(list).contains(value.getTextContent())) {
                    faults.add(path + ": " + value.getTextContent() + " is not in " + list);
                }
            }
        }
        return faults;
    }

    private Set<String> codes(String list) throws Exception {
        Set<String> known = codeLists.get(list);
        if (known == null) {
            known = new TreeSet<>();
            XPaths paths = new XPaths();
            Document codes = parse(Files.readString(folder.resolve("codelists/" + list + ".xml")));
            for (var code : paths.nodes(codes, "//codelist-item/code")) {
                known.add(code.getTextContent());
            }
            codeLists.put(list, known);
        }
        return known;
    }

    private static Document parse(String xml) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Schema schema(Path file) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        DOMImplementationLS load = (DOMImplementationLS) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .getDOMImplementation()
                .getFeature("LS", "3.0");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            if (!"xml.xsd".equals(systemId)) {
                return null;
            }
            LSInput input = load.createLSInput();
            input.setStringData(XML_NAMESPACE_SCHEMA);
            input.setSystemId(systemId);
            return input;
        });
        return factory.newSchema(file.toFile());
    }
}

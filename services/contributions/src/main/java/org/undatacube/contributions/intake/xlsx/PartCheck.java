package org.undatacube.contributions.intake.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Looks through one part of a workbook for whatever would take a reader more memory or time than an honest workbook
 * does: document types, columns without end, texts, formulas and styles beyond what spreadsheets can hold.
 */
final class PartCheck {
    static final int MOST_COLUMNS = 256;
    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 5_000;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_FORMULA = 8_192;
    /** What is put together anew for each cell that shares it. */
    private static final int LONGEST_SHARED_FORMULA = 1_000;

    private static final int LETTERS = 26;
    private static final long MOST_SHARED_CHARACTERS = 32L << 20;
    private static final Set<String> CELL_TYPES = Set.of("b", "e", "n", "s", "str", "inlineStr");
    /** Elements that are kept in memory as many as there are. */
    private static final Map<String, Integer> MOST = Map.of(
            "xf", 100_000,
            "numFmt", 10_000,
            "Relationship", 10_000,
            "sheet", 256,
            "si", 1 << 20,
            "formula shared", 10_000,
            "formula array", 100);

    private static final XMLInputFactory XML = factory();

    private final MeteredStream part;
    private final String name;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private int depth;
    private int column;
    private long sharedCharacters;
    private boolean inSharedStrings;
    private int longest = LONGEST_TEXT;
    private int longestOfCell = LONGEST_TEXT;
    private long length;

    private PartCheck(MeteredStream part, String name) {
        this.part = part;
        this.name = name;
    }

    /** @throws Problem (400, 413) where it is not sound */
    static void run(MeteredStream part, String name) {
        new PartCheck(part, name).run();
    }

    private void run() {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                look(xml, xml.next());
                part.next();
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw malformed("is not well-formed XML: " + e.getMessage());
        }
    }

    private void look(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw malformed("has a document type or an entity, which no spreadsheet writes");
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(xml.getTextLength());
            default -> {
                // comments and processing instructions mean nothing here
            }
        }
    }

    private void start(XMLStreamReader xml) {
        depth++;
        if (depth > DEEPEST) {
            throw malformed("is nested deeper than " + DEEPEST + " elements");
        }
        String element = xml.getLocalName();
        remember(xml.getPrefix() + ":" + element);
        for (int attribute = 0; attribute < xml.getAttributeCount(); attribute++) {
            remember(xml.getAttributePrefix(attribute) + ":" + xml.getAttributeLocalName(attribute));
        }
        count(element);
        length = 0;
        longest = LONGEST_TEXT;
        switch (element) {
            case "row" -> column = 0;
            case "c" -> cell(xml);
            case "v" -> longest = longestOfCell;
            case "f" -> formula(xml);
            case "si" -> inSharedStrings = true;
            default -> {
                // nothing of it is kept
            }
        }
    }

    private void end() {
        depth--;
        length = 0;
        longest = LONGEST_TEXT;
    }

    private void cell(XMLStreamReader xml) {
        column++;
        String type = xml.getAttributeValue(null, "t");
        String reference = xml.getAttributeValue(null, "r");
        if (type != null && !CELL_TYPES.contains(type)) {
            throw malformed("has a cell of the type " + (type.length() > 1 ? "other" : type)
                    + "; dates of the type d are not taken, numbers and texts are");
        }
        if (column > MOST_COLUMNS || (reference != null && columnOf(reference) > MOST_COLUMNS)) {
            throw malformed("has a cell beyond the column IV, the last of " + MOST_COLUMNS + " that are looked at");
        }
        longestOfCell = type == null || type.equals("n") || type.equals("s") ? LONGEST_NUMBER : LONGEST_TEXT;
    }

    private void formula(XMLStreamReader xml) {
        String type = xml.getAttributeValue(null, "t");
        boolean shared = type != null && !type.equals("normal");
        if (shared && xml.getAttributeValue(null, "ref") != null) {
            count("formula " + type);
        }
        longest = shared ? LONGEST_SHARED_FORMULA : LONGEST_FORMULA;
    }

    private void text(int characters) {
        length += characters;
        if (inSharedStrings) {
            sharedCharacters += characters;
        }
        if (sharedCharacters > MOST_SHARED_CHARACTERS) {
            throw tooLarge("has more than " + MOST_SHARED_CHARACTERS + " characters of text; CSV can have more");
        }
        if (length > longest) {
            throw malformed("has a text of more than " + longest + " characters where none can be so long");
        }
    }

    private void remember(String used) {
        names.add(used);
        if (names.size() > MOST_NAMES) {
            throw malformed("uses more than " + MOST_NAMES + " names");
        }
    }

    private void count(String what) {
        Integer most = MOST.get(what);
        if (most != null && counts.merge(what, 1, Integer::sum) > most) {
            throw tooLarge("has more than " + most + " times " + what);
        }
    }

    private static int columnOf(String reference) {
        int number = 0;
        for (int index = 0; index < reference.length() && number <= MOST_COLUMNS; index++) {
            char letter = reference.charAt(index);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            number = number * LETTERS + letter - 'A' + 1;
        }
        return number;
    }

    private Problem malformed(String what) {
        return new Problem(CommonProblem.MALFORMED_BODY, "The workbook's part " + name + " " + what + ".");
    }

    private Problem tooLarge(String what) {
        return new Problem(CommonProblem.BODY_TOO_LARGE, "The workbook's part " + name + " " + what + ".");
    }

    private static XMLInputFactory factory() {
        // the one with which the library reads after us, so that both understand the same
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}

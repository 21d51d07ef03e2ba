package org.undatacube.contributions.export;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML as a stream. Attributes are given as names and values by turns; those without a value are left out. */
final class IatiXml {
    private final XMLStreamWriter xml;

    IatiXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Thrown where what is written to does not take it; so that it can be written from within lambdas. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(XMLStreamException cause) {
            super(cause);
        }
    }

    @FunctionalInterface
    private interface Step {
        void write() throws XMLStreamException;
    }

    void startDocument() {
        write(() -> xml.writeStartDocument("UTF-8", "1.0"));
    }

    void endDocument() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    void start(String element, Object... attributes) {
        write(() -> xml.writeStartElement(element));
        write(attributes);
    }

    void end() {
        write(xml::writeEndElement);
    }

    void empty(String element, Object... attributes) {
        write(() -> xml.writeEmptyElement(element));
        write(attributes);
    }

    void text(String element, String text, Object... attributes) {
        start(element, attributes);
        write(() -> xml.writeCharacters(text));
        end();
    }

    /** An element that holds its text as a narrative. */
    void narrated(String element, String text, Object... attributes) {
        start(element, attributes);
        text("narrative", text);
        end();
    }

    void organisation(String element, IatiOrganisation organisation, Object... attributes) {
        write(() -> xml.writeStartElement(element));
        write("ref", organisation.identifier(), "type", organisation.type());
        write(attributes);
        text("narrative", organisation.name());
        end();
    }

    void code(IatiCode code) {
        empty(code.element(), "vocabulary", code.vocabulary(), "code", code.code());
    }

    private void write(Object... attributes) {
        for (int index = 0; index < attributes.length; index += 2) {
            String name = (String) attributes[index];
            Object value = attributes[index + 1];
            if (value != null) {
                write(() -> xml.writeAttribute(name, value.toString()));
            }
        }
    }

    private static void write(Step step) {
        try {
            step.write();
        } catch (XMLStreamException e) {
            throw new Broken(e);
        }
    }
}

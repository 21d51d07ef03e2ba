package org.undatacube.http.sdmx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is written as its elements are named, each around what is in it. */
public final class Xml {
    private final XMLStreamWriter out;

    public Xml(OutputStream stream) throws IOException {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Writes what is within an element. */
    @FunctionalInterface
    public interface Content {
        void write() throws IOException;
    }

    /** Writes one call of the underlying writer. */
    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }

    /** The whole document. */
    public void document(Content root) throws IOException {
        step(() -> out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0"));
        root.write();
        step(out::writeEndDocument);
        step(out::flush);
    }

    /** @param attributes names and values by turns; one whose value is null is left out */
    public void element(String name, String[] attributes, Content content) throws IOException {
        start(name, attributes);
        content.write();
        step(out::writeEndElement);
    }

    /** An element with text in it; none where the text is null. */
    public void text(String name, String text, String... attributes) throws IOException {
        if (text != null) {
            start(name, attributes);
            step(() -> out.writeCharacters(legal(text)));
            step(out::writeEndElement);
        }
    }

    /** An element with nothing in it. */
    public void empty(String name, String... attributes) throws IOException {
        step(() -> out.writeEmptyElement(name));
        write(attributes);
    }

    public static String[] attributes(String... namesAndValues) {
        return namesAndValues;
    }

    public static String[] join(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private void start(String name, String... attributes) throws IOException {
        step(() -> out.writeStartElement(name));
        write(attributes);
    }

    private void write(String... attributes) throws IOException {
        for (int place = 0; place < attributes.length; place += 2) {
            String attribute = attributes[place];
            String value = attributes[place + 1];
            if (value != null) {
                step(() -> out.writeAttribute(attribute, legal(value)));
            }
        }
    }

    private static void step(Step step) throws IOException {
        try {
            step.take();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The text with a mark in place of each character that no XML document can have, as one would spoil it all. */
    private static String legal(String text) {
        return text.codePoints().allMatch(Xml::isLegal)
                ? text
                : text.codePoints()
                        .map(character -> isLegal(character) ? character : '\uFFFD')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}

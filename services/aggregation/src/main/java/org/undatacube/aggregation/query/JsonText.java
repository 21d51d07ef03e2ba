package org.undatacube.aggregation.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * A body of JSON, read token by token. Numbers stay the text that they were sent as, so that neither digits nor memory
 * are at stake.
 */
final class JsonText {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // deeper than a question ever is: what is too deep is refused before it is entered
                    .maxNestingDepth(10)
                    .maxNameLength(1_000)
                    .build())
            // names are the sender's, and must not be kept
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser json;

    /** @throws Problem where it is not UTF-8 */
    JsonText(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            json = JSON.createParser(text);
        } catch (CharacterCodingException e) {
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body is not UTF-8.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next token; null at the end. */
    JsonToken next() {
        try {
            return json.nextToken();
        } catch (JsonProcessingException e) {
            throw malformed("The body is not well-formed JSON" + place(e) + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the property that was begun, which must be known and new. */
    String property(String parameter, Collection<String> known, Set<String> before) {
        Item name = item(parameter == null ? Excerpt.of(text()) : parameter);
        if (!known.contains(name.text())) {
            throw name.unknownValue("There is no property " + name.shown() + ".", known);
        }
        if (!before.add(name.text())) {
            throw name.wrongValue(name.text() + " is given twice.", "one " + name.text());
        }
        return name.text();
    }

    /** The text, number, true or false that was just read. */
    Item item(String parameter) {
        Item item = new Item(parameter, pointer(), text(), 1);
        if (hasLoneSurrogates(item.text())) {
            throw item.wrongValue("The text has half a character: a surrogate that stands alone.", "Unicode text");
        }
        return item;
    }

    boolean isScalar() {
        JsonToken token = json.currentToken();
        return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
    }

    boolean isAtListStart() {
        return json.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isAtObjectStart() {
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    /** Whether true was just read, or false; empty where it was something else. */
    Optional<Boolean> flag() {
        JsonToken token = json.currentToken();
        return token != null && token.isBoolean() ? Optional.of(token == JsonToken.VALUE_TRUE) : Optional.empty();
    }

    /** A problem with a value, just begun, that is of the wrong type. */
    Problem wrongType(String parameter, String expected) {
        String sent = switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_NULL -> "null";
            default -> Excerpt.of(text());
        };
        return new Item(parameter, pointer(), sent, 1)
                .wrongValue(pointer() + " is " + expected + ", not " + sent + ".", expected);
    }

    Problem malformed(String detail) {
        return new Problem(CommonProblem.MALFORMED_BODY, detail).with("pointer", pointer());
    }

    /** Where the present token is (RFC 6901). */
    String pointer() {
        return Excerpt.of(json.getParsingContext().pathAsPointer().toString());
    }

    private String text() {
        try {
            return json.getText();
        } catch (JsonProcessingException e) {
            // a text is read to its end only now
            throw malformed("The body is not well-formed JSON" + place(e) + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static boolean hasLoneSurrogates(String text) {
        return text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE);
    }
}

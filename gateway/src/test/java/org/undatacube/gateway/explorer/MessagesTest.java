package org.undatacube.gateway.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.http.Language;

/** Each room of the application says the same things in each of the six languages. */
class MessagesTest {
    private static final Path APPLICATION = Path.of("src/main/resources/web/app");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(APPLICATION)) {
            return files.filter(file -> file.endsWith("en.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void areTheSameInAllLanguages(Path room) {
        Map<String, Set<String>> english = placesByKey(room.resolve("en.json"));
        assertFalse(english.isEmpty(), room::toString);

        for (String language : Language.codes()) {
            assertEquals(english, placesByKey(room.resolve(language + ".json")), () -> room + " in " + language);
        }
    }

    /** What a text has places for, by its key; of plural forms those of the one that stands in for all others. */
    private static Map<String, Set<String>> placesByKey(Path file) {
        try {
            JsonNode messages = JSON.readTree(Files.readString(file));
            return messages.properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            message -> places(message.getValue()),
                            (one, same) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> places(JsonNode message) {
        String text =
                message.isTextual() ? message.asText() : message.path("other").asText();
        assertFalse(text.isBlank(), message::toString);
        return PLACE.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

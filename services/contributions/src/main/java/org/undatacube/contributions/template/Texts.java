package org.undatacube.contributions.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the templates say in one language. */
record Texts(String language, Properties properties) {
    /** The six official languages of the United Nations. */
    static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

    private static final Map<String, Texts> ALL =
            LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Texts::read));

    static Optional<Texts> of(String language) {
        return Optional.ofNullable(ALL.get(language));
    }

    String text(String name) {
        return properties.getProperty(name);
    }

    /** How to fill a workbook in, line by line. */
    List<String> help() {
        return IntStream.iterate(1, line -> properties.containsKey("help." + line), line -> line + 1)
                .mapToObj(line -> text("help." + line))
                .toList();
    }

    boolean isRightToLeft() {
        return language.equals("ar");
    }

    private static Texts read(String language) {
        Properties properties = new Properties();
        try (InputStream file = Texts.class.getResourceAsStream("/template/texts_" + language + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return new Texts(language, properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.undatacube.registry.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Code;
import org.undatacube.http.Language;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.SharedData;
import org.yaml.snakeyaml.Yaml;

/** Goals and targets are called as in the published translations, but for those that were damaged there. */
@RunningRegistry
class SdgTitlesTest {
    private static final Path DOCUMENTED = Path.of("../../docs/data-standards.md");
    private static final Pattern REPAIRED = Pattern.compile(
            "^\\| (\\d+(?:\\.\\w+)?) \\| (Arabic|Chinese|English|French|Russian|Spanish) \\|", Pattern.MULTILINE);

    @Test
    void everyTitleIsThatOfTheTranslationsOrListedAsRepaired() throws IOException {
        Set<String> different = new TreeSet<>();
        for (Language language : Language.values()) {
            Map<String, String> goals = titles("goals", language);
            Map<String, String> targets = titles("targets", language);
            for (Code code : ServedLists.read("sdgs").codes()) {
                String published = code.level().equals("goal")
                        ? goals.get(code.code() + "-short")
                        : targets.get(code.code().replace('.', '-') + "-title");
                String ours = code.label().get(language.code());
                if (!code.code().equals("X00") && !plain(ours, language).equals(plain(published, language))) {
                    different.add(code.code() + " " + language.name());
                }
            }
        }

        assertEquals(documented(), different);
    }

    private static Map<String, String> titles(String what, Language language) {
        return new Yaml().load(SharedData.text("sdg-translations/global_" + what + "." + language.code() + ".yml"));
    }

    private static Set<String> documented() throws IOException {
        Set<String> repaired = new TreeSet<>();
        Matcher rows = REPAIRED.matcher(Files.readString(DOCUMENTED));
        while (rows.find()) {
            repaired.add(rows.group(1) + " " + rows.group(2).toUpperCase(Locale.ROOT));
        }
        return repaired;
    }

    /** Without what typesetting alone makes different. */
    private static String plain(String text, Language language) {
        String plain = Normalizer.normalize(String.valueOf(text), Normalizer.Form.NFC)
                .replace("\u0640", "")
                .replace('\u2010', '-')
                .replaceAll("\\s+", " ")
                .strip();
        return language == Language.CHINESE
                ? plain.replace(',', '\uFF0C').replace(';', '\uFF1B').replace(':', '\uFF1A')
                : plain;
    }
}

package org.undatacube.contributions.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCatalogueTest {
    private static final Path DOCUMENT = Path.of("../../docs/rules.md");
    private static final String REWRITE = "rewrite-rules";

    @ParameterizedTest
    @EnumSource(RuleLanguage.class)
    void saysInEachLanguageWhatEachRuleIs(RuleLanguage language) {
        for (Rule rule : Rule.values()) {
            RuleText text = language.textOf(rule);
            assertAll(
                    rule.id(),
                    () -> assertFalse(text.title().isBlank()),
                    () -> assertFalse(text.text().isBlank()),
                    () -> assertFalse(text.right().isBlank()),
                    () -> assertFalse(text.source().isBlank()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void hasNoTextsOfRulesThatThereAreNot(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                RuleCatalogueTest.class.getResourceAsStream("/rules/rules_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Set<String> expected = Stream.of(Rule.values())
                .flatMap(rule -> Stream.of("title", "text", "right", "source").map(part -> rule.id() + "." + part))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(expected, new TreeSet<>(texts.stringPropertyNames()));
    }

    @Test
    void isAsTheDocumentHasIt() throws IOException {
        String document = new RuleDocument().toString();
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(DOCUMENT, document);
        }
        assertEquals(
                document,
                Files.readString(DOCUMENT),
                "docs/rules.md is not as the rules are; write it anew with"
                        + " ./mvnw test -pl services/contributions -Dtest=RuleCatalogueTest -D" + REWRITE + "=true");
    }
}

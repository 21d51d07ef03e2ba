package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ExplorerSuite.class)
class FirstVisitIT {
    @ParameterizedTest
    @CsvSource({
        "ar-EG, ar, rtl",
        "zh-CN, zh, ltr",
        "en-GB, en, ltr",
        "fr-SN, fr, ltr",
        "ru-RU, ru, ltr",
        "es-MX, es, ltr",
        "de-DE, en, ltr"
    })
    void isInTheLanguageThatTheBrowserPrefers(String preferred, String language, String direction, Explorer explorer) {
        try (Visitor visitor = explorer.visitor(preferred, Explorer.DESKTOP)) {
            visitor.at("/");

            assertThat(visitor.page().locator("html")).hasAttribute("lang", language);
            assertThat(visitor.page().locator("html")).hasAttribute("dir", direction);
        }
    }

    @Test
    void remembersTheLanguageThatWasChosen(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            visitor.at("/about").page().locator(".language-choice select").selectOption("fr");
            visitor.settle();
            assertEquals("fr", visitor.page().locator("html").getAttribute("lang"));

            visitor.at("/about");

            assertEquals("fr", visitor.page().locator("html").getAttribute("lang"));
        }
    }
}

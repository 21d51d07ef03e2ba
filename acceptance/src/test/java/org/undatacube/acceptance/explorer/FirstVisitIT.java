package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | 66.04 بليون دولار أمريكي | نُشر في",
                "zh | 660.39 亿美元 | 年",
                "en | USD 66.04 billion | published on",
                "fr | 66,04 milliards de USD | publiée le",
                "ru | 66,04 млрд долл. США | опубликовано",
                "es | 66,04 mil millones de USD | publicada el"
            })
    void tellsFiguresInTheMannerOfEachLanguage(String language, String expenses, String published, Explorer explorer) {
        try (Visitor visitor = explorer.visitor(language, Explorer.DESKTOP)) {
            Locator figures = visitor.at("/").page().locator(".home-figures");

            // values in texts from right to left stand between marks that keep their direction
            String shown = figures.innerText()
                    .replaceAll("[\\u2066-\\u2069\\u200e\\u200f]", "")
                    .replaceAll("[\\u00a0\\u202f]", " ");
            assertTrue(shown.contains(expenses), shown);
            assertTrue(shown.contains(published), shown);
        }
    }

    @Test
    void remembersTheLanguageThatWasChosen(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            visitor.at("/about").page().locator(".language-choice select").selectOption("fr");
            assertThat(visitor.page().locator("html")).hasAttribute("lang", "fr");

            visitor.at("/about");

            assertThat(visitor.page().locator("html")).hasAttribute("lang", "fr");
        }
    }
}

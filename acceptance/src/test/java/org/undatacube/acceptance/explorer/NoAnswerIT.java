package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a question has no answer, or makes no sense, the page says why and leads on. */
@ExtendWith(ExplorerSuite.class)
class NoAnswerIT {
    @Test
    void saysWhatCanBeAskedInTheStead(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=sdg.goal,location.country&cut=year:2021")
                    .page();
            assertThat(page.locator(".no-answer h2"))
                    .containsText(Pattern.compile("give \\W*Location and SDG\\W* together"));

            page.locator(".no-answer a", new Page.LocatorOptions().setHasText("Location"))
                    .click();

            assertThat(page.locator("h1")).hasText("Expenses by country or area");
            assertThat(page.locator(".cube-table tbody tr").first()).isVisible();
        }
    }

    @Test
    void namesTheYearsThatHaveAnAnswer(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=entity.entity&cut=location:LB&cut=year:2024")
                    .page();

            page.locator(".no-answer .ways a").click();

            assertThat(page).hasURL(Pattern.compile(".*&cut=year:2021$"));
            assertThat(page.locator(".cube-table tbody tr").first()).isVisible();
        }
    }

    @Test
    void loosensWhatNothingWasReportedFor(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=sdg.goal&cut=entity:UPU&cut=sdg:14&cut=year:2024")
                    .page();
            assertThat(page.locator(".no-answer h2")).hasText("Nothing is reported for this question");

            page.locator(".no-answer a", new Page.LocatorOptions().setHasText("SDG"))
                    .click();

            assertThat(page.locator(".cube-table tbody tr").first()).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "drilldown=sdg.gol&cut=entity:UNDPP UNDP .*drilldown=sdg.goal&cut=entity:UNDP$",
                "drilldown=entity.entity&messures=amount measures .*drilldown=entity.entity$",
                "cube=expence&drilldown=entity.entity expense .*cube=expense&drilldown=entity.entity$",
                "drilldown=sdg.goal&measures=amont amount .*drilldown=sdg.goal$",
                "drilldown=sdg.goal&edition=99999 99999 .*drilldown=sdg.goal$",
                "drilldown=sdg.goal&chart=barz bars .*drilldown=sdg.goal&chart=bars$",
                "drilldown=sdg.goal&cut=yeer:2021 year .*drilldown=sdg.goal&cut=year:2021$",
                "drilldown=entity.entity&cut=location:QQQ QQQ .*drilldown=entity.entity.*"
            })
    void saysWhatIsWrongInALinkAndOffersTheNearestView(String query, String said, String nearest, Explorer explorer) {
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Page page = visitor.at("/explore?" + query).page();
            assertThat(page.locator("h1")).hasText("Something in this link is not known");
            assertThat(page.locator(".troubles")).containsText(said);

            Locator nearestView = page.locator("a.primary");
            nearestView.click();

            assertThat(page).hasURL(Pattern.compile(nearest));
            assertThat(page.locator(".cube-table tbody tr").first()).isVisible();
        }
    }
}

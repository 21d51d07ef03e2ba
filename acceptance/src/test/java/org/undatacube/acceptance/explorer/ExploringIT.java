package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.RunningSuite;

/** Any question: its figures, the ways down and up, what they come from. */
@ExtendWith(ExplorerSuite.class)
class ExploringIT {
    @ParameterizedTest
    @CsvSource({
        "expense, sdg.goal, year:2024",
        "expense, location.country, location:2",
        "revenue, entity.entity, year:2023"
    })
    void showsWhatTheApiSaysToTheLastDigit(String cube, String drilldown, String cut, Explorer explorer) {
        List<JsonNode> cells = Questions.cells(explorer, cube, Map.of("drilldown", drilldown, "cut", cut));
        String address = "/explore?cube=" + cube + "&drilldown=" + drilldown + "&cut=" + cut;
        try (Visitor visitor = explorer.visitor()) {
            Locator table = visitor.at(address).page().locator(".cube-table");
            assertEquals(Questions.millions(cells, drilldown), Questions.rows(table));

            visitor.at(address + "&figures=exact");

            assertEquals(Questions.exact(cells, drilldown), Questions.rows(table));
        }
    }

    @Test
    void addsUpToTheSubtotalsOfTheApi(Explorer explorer) {
        JsonNode answer = explorer.suite()
                .anybody()
                .ask(
                        "expense",
                        Map.of("drilldown", "entity.type,entity.entity", "cut", "year:2024", "subtotals", "rollup"))
                .require(200);
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=entity.type,entity.entity&cut=year:2024")
                    .page();
            int closed = page.locator(".cube-table tbody tr").count();

            page.locator(".opener").first().click();

            assertThat(page).hasURL(Pattern.compile(".*&open=[A-Z-]+$"));
            assertThat(page.locator(".opener").first()).hasAttribute("aria-expanded", "true");
            assertTrue(page.locator(".cube-table tbody tr").count() > closed);
            page.locator("a", new Page.LocatorOptions().setHasText("Open all")).click();
            assertThat(page.locator(".cube-table tbody tr"))
                    .hasCount((int) answer.path("cells").valueStream().count() - 1);
            page.locator("a", new Page.LocatorOptions().setHasText("Close all")).click();
            assertThat(page.locator(".cube-table tbody tr")).hasCount(closed);
        }
    }

    @Test
    void goesDownByClicksAndUpByBreadcrumbs(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?cube=expense&drilldown=location.region&cut=year:2021")
                    .page();

            rowOf(page, "Africa").click();
            rowOf(page, "Sub-Saharan Africa").click();
            rowOf(page, "Mali").click();
            visitor.settle();

            assertThat(page.locator("h1")).hasText("Expenses by UN entity");
            assertThat(page.locator(".crumbs"))
                    .containsText(Pattern.compile("All\\s*Africa\\s*Sub-Saharan Africa\\s*Western Africa\\s*Mali"));
            crumbOf(page, "Sub-Saharan Africa").click();
            assertThat(rowOf(page, "Western Africa")).isVisible();
            crumbOf(page, "All").click();
            assertThat(rowOf(page, "Asia")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*drilldown=location.region&cut=year:2021$"));
        }
    }

    @Test
    void goesDownByAClickOnTheChart(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?cube=expense&drilldown=location.region&cut=year:2021")
                    .page();
            assertThat(page.locator(".chart-canvas canvas")).isVisible();
            BoundingBox box = page.locator(".chart-canvas").boundingBox();

            page.mouse().click(box.x + box.width * 0.4, box.y + 30);

            assertThat(page).hasURL(Pattern.compile(".*drilldown=location.subregion&cut=year:2021&cut=location:2$"));
        }
    }

    @Test
    void findsWhatUnhcrSpentInLebanonInTwoClicksAndTwoNames(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/").page();

            page.locator("nav a[href='/explore']").click();
            filterBy(page, "unhcr", "Office of the United Nations High Commissioner for Refugees");
            filterBy(page, "lebanon", "Lebanon");
            page.locator("td .figure").first().click();

            assertThat(page.locator("dialog .figure-amount")).hasText("USD 259,738,523.36");
            Locator source = page.locator("dialog .sources-table tbody tr");
            assertThat(source).hasCount(1);
            assertThat(source).containsText("UNHCR");
            assertThat(source).containsText("2021");
            assertThat(source.locator("a")).hasAttribute("href", Pattern.compile("/submit/submissions/[0-9a-f-]{36}"));
        }
    }

    private static void filterBy(Page page, String words, String name) {
        page.locator("quick-find input").pressSequentially(words);
        assertThat(page.locator("quick-find [role=option]").first()).containsText(name);
        page.keyboard().press("Enter");
        assertThat(page.locator(".chips")).containsText(name);
    }

    @Test
    void namesTheSubmissionsOfAFigureThatAddUpToIt(Explorer explorer) {
        JsonNode lineage = explorer.suite()
                .anybody()
                .get("/api/v1/cubes/expense/lineage?drilldown=sdg.goal,year&cell=5,2024")
                .require(200);
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=sdg.goal,year&columns=year&cell=5,2024")
                    .page();

            assertThat(page.locator("dialog .figure-amount")).hasText("USD 2,516,306,927.13");
            assertThat(page.locator("dialog .sources-table tbody tr"))
                    .hasCount(lineage.path("submissions").size());
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            assertFalse(page.url().contains("cell="), page::url);
        }
    }

    @Test
    void holdsTheWholeViewInItsAddress(Explorer explorer) {
        String address = "/explore?cube=expense&drilldown=entity.type,entity.entity,year&columns=year&cut=!function:E03"
                + "&cut=year:2022..2024&measures=amount,growth&order=label&chart=areas&open=FUND-PROGRAMME";
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at(address).page();
            String table = page.locator(".cube-table").textContent();
            assertThat(page.locator(".chips")).containsText("all but Peace Operations");
            assertThat(page.locator(".chart-kinds [aria-current=true]")).hasText("Areas");

            page.locator(".sorter", new Page.LocatorOptions().setHasText("Amount"))
                    .first()
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*order=-amount@2022.*"));
            assertFalse(page.locator(".cube-table").textContent().equals(table));
            page.goBack();

            assertTrue(page.url().endsWith(address), page::url);
            assertThat(page.locator(".cube-table thead th[aria-sort=ascending]"))
                    .containsText("UN entity");
            page.goForward();
            assertThat(page).hasURL(Pattern.compile(".*order=-amount@2022.*"));
            try (Visitor other = explorer.visitor()) {
                assertEquals(
                        page.locator(".cube-table").textContent(),
                        other.at(page.url()).page().locator(".cube-table").textContent());
            }
        }
    }

    @Test
    void showsWhatIsNotCoveredOneClickAway(Explorer explorer) {
        JsonNode coverage = explorer.suite()
                .anybody()
                .ask("expense", Map.of("drilldown", "sdg.goal", "cut", "year:2022", "gaps", "true"))
                .require(200)
                .path("coverage");
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=sdg.goal&cut=year:2022").page();
            assertThat(page.locator(".coverage-strip"))
                    .containsText(coverage.path("entityYearsCovered").asText() + " of "
                            + coverage.path("entityYearsReporting").asText());

            page.locator("[data-gaps]").click();

            assertThat(page.locator("dialog tbody tr"))
                    .hasCount(coverage.path("gaps").size());
            assertThat(page.locator("dialog tbody tr").first())
                    .containsText(coverage.at("/gaps/0/entity").asText());
        }
    }

    @Test
    void drawsTheFlowOfMoneyOfTwoAnswersAndSaysSo(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=function.function&cut=year:2021&chart=sankey")
                    .page();

            assertThat(page.locator("money-flow canvas")).isVisible();
            assertThat(page.locator("money-flow")).containsText("Two answers of 2021, joined at the entity");
            page.locator("money-flow summary").click();
            assertThat(page.locator("money-flow table")).containsText("Government");
            assertThat(page.locator("money-flow table")).containsText("Humanitarian Assistance");
        }
    }

    @Test
    void comparesTwoEditions(Explorer explorer) {
        Loader.Run publishing = explorer.suite()
                .loader()
                .run(
                        "load",
                        "--publish",
                        RunningSuite.PROJECT.resolve("docs/example-2020.ndjson").toString());
        assertEquals(0, publishing.exitCode(), publishing::output);
        long latest = explorer.suite()
                .anybody()
                .get("/api/v1/cubes/expense")
                .require(200)
                .path("edition")
                .asLong();
        JsonNode diff = explorer.suite()
                .anybody()
                .get("/api/v1/cubes/expense/diff?from=1&to=" + latest + "&drilldown=entity.entity,year&limit=100")
                .require(200);
        assertTrue(diff.path("cellCount").asInt() > 0, diff::toString);
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=entity.entity,year&edition=" + latest + "&compare=1")
                    .page();

            assertThat(page.locator("#diff-title")).hasText("Edition 1 compared with edition " + latest);
            assertThat(page.locator(".diff-table tbody tr"))
                    .hasCount(diff.path("cells").size());
            assertThat(page.locator(".diff-table tbody tr").first())
                    .containsText(diff.at("/cells/0/entity.entity/label").asText());
            assertThat(page.locator(".diff-table .moved").first())
                    .hasAttribute(
                            "href",
                            "/submit/submissions/"
                                    + diff.at("/cells/0/submissions/0").asText());
        }
    }

    @Test
    void keepsWhatIsLeftOverAtTheEndWithoutWaysIntoIt(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=entity.entity&cut=year:2024&top=3")
                    .page();

            assertThat(page.locator(".cube-table tbody tr")).hasCount(4);
            assertThat(page.locator(".cube-table tbody tr").last()).containsText("Others");
            assertThat(page.locator(".cube-table tbody tr").last().locator("a, button"))
                    .hasCount(0);
            assertThat(page.locator(".chips")).containsText("top: 3");
        }
    }

    @Test
    void goesFromFigureToFigureByArrows(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page =
                    visitor.at("/explore?drilldown=sdg.goal,year&columns=year").page();
            page.locator("td .figure").first().focus();

            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");

            assertThat(page).hasURL(Pattern.compile(".*&cell=2,2022$"));
            assertThat(page.locator("dialog .figure-of")).containsText("Zero hunger");
        }
    }

    private static Locator rowOf(Page page, String name) {
        return page.locator(
                ".row-name a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")));
    }

    private static Locator crumbOf(Page page, String name) {
        return page.locator(
                ".crumbs a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")));
    }
}

package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ExplorerSuite.class)
class CitingIT {
    private static final String GOALS = "/explore?cube=expense&drilldown=sdg.goal&cut=year:2024";

    @Test
    void pinsAViewToItsEditionAndShowsItAgain(Explorer explorer) throws NoSuchAlgorithmException {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at(GOALS).page();

            page.locator(".explore-actions .primary").click();
            String link = blockOf(page, "Permanent link");
            String hash = blockOf(page, "Content hash (SHA-256)");

            String id = link.substring(link.lastIndexOf('/') + 1);
            byte[] data = explorer.suite().anybody().download("/api/v1/citations/" + id + "/data");
            assertEquals(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(data)),
                    hash);
            assertTrue(blockOf(page, "APA").contains("/api/v1/citations/" + id));
            assertTrue(blockOf(page, "BibTeX").startsWith("@misc{undatacube-" + id));
            assertTrue(blockOf(page, "RIS").startsWith("TY  - DATA"));
            try (Visitor other = explorer.visitor("fr", Explorer.PHONE)) {
                Page shown = other.at(link).page();
                assertThat(shown.locator(".check.holds")).isVisible();
                shown.locator("a.primary").click();
                assertThat(shown)
                        .hasURL(Pattern.compile(
                                ".*/explore\\?cube=expense&drilldown=sdg.goal&cut=year:2024.*edition=\\d+.*"));
                assertThat(shown.locator(".cube-table tbody tr").first()).isVisible();
            }
        }
    }

    @Test
    void helpsWhereACitationIsNotThere(Explorer explorer) {
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Page page = visitor.at("/cite/0000000000").page();

            assertThat(page.locator("main")).containsText("There is no citation");
            page.locator("main a", new Page.LocatorOptions().setHasText("Go to the explorer"))
                    .click();
            assertThat(page.locator(".cube-table tbody tr").first()).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "curl en drilldown=sdg.goal&cut=year:2024",
                "Python en drilldown=sdg.goal&cut=year:2024",
                "R en drilldown=sdg.goal&cut=year:2024",
                "JavaScript en drilldown=sdg.goal&cut=year:2024",
                "curl fr drilldown=entity.entity,year&columns=year&cut=entity:UNDP;WFP&cut=!year:2021",
                "Python ar drilldown=entity.entity,year&columns=year&cut=entity:UNDP;WFP&cut=!year:2021",
                "R es drilldown=entity.entity,year&columns=year&cut=entity:UNDP;WFP&cut=!year:2021",
                "JavaScript zh drilldown=entity.entity,year&columns=year&cut=entity:UNDP;WFP&cut=!year:2021"
            })
    void givesProgramsThatRun(String program, String language, String query, Explorer explorer)
            throws IOException, InterruptedException {
        String code;
        try (Visitor visitor = explorer.visitor(language, Explorer.DESKTOP)) {
            Page page = visitor.at("/explore?" + query + "&show=data").page();
            page.locator("dialog")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(program).setExact(true))
                    .click();
            code = blockOf(page, program);
        }

        String output = Programs.run(program, code);

        String drilldown = query.substring("drilldown=".length(), query.indexOf('&'));
        String cut = String.join("|", List.of(query.split("&cut=", -1)).subList(1, query.split("&cut=", -1).length));
        Questions.cells(explorer, "expense", Map.of("drilldown", drilldown, "cut", cut, "lang", language))
                .forEach(cell -> {
                    assertTrue(output.contains(cell.path("amount").asText()), () -> cell + " is not in " + output);
                    JsonNode first = cell.path(drilldown.split(",", -1)[0]);
                    assertTrue(output.contains(first.path("label").asText()), () -> cell + " is not in " + output);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "csv, 'sdg.goal,'",
        "xlsx, PK",
        "parquet, PAR1",
        "json, '{\"cube\":\"expense\"'",
        "arrow, ''",
        "ndjson, '{'",
        "json-stat, '{'"
    })
    void givesTheFigureAsAFile(String format, String beginning, Explorer explorer) throws IOException {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at(GOALS + "&show=data").page();

            Download download = page.waitForDownload(
                    () -> page.locator("a[data-format='" + format + "']").click());

            byte[] content = Files.readAllBytes(download.path());
            assertTrue(content.length > 100, () -> format + " has " + content.length + " bytes");
            assertTrue(new String(content, StandardCharsets.ISO_8859_1).startsWith(beginning), format);
        }
    }

    @Test
    void saysTheSameInSdmx(Explorer explorer) throws IOException {
        List<JsonNode> cells = Questions.cells(
                explorer, "expense", Map.of("drilldown", "entity.entity", "cut", "location:LB|year:2021"));
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=entity.entity&cut=location:LB&cut=year:2021&show=data")
                    .page();

            Download download = page.waitForDownload(
                    () -> page.locator("a[data-format=sdmx-csv]").click());

            Map<String, String> observed = observations(download.path());
            assertEquals(cells.size() + 1, observed.size());
            cells.forEach(cell -> assertEquals(
                    cell.path("amount").asText(),
                    observed.get(cell.at("/entity.entity/code").asText()),
                    cell::toString));
        }
    }

    private static Map<String, String> observations(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream()
                    .collect(Collectors.toMap(line -> line.getField("ENTITY"), line -> line.getField("OBS_VALUE")));
        }
    }

    @Test
    void saysWhereSdmxCannotSayIt(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/explore?drilldown=location.groups&cut=year:2021&show=data")
                    .page();

            assertThat(page.locator("data-panel")).containsText("SDMX cannot say this question");
            assertThat(page.locator("a[data-format=sdmx-csv]")).hasCount(0);
        }
    }

    private static String blockOf(Page page, String label) {
        Locator block = page.locator(
                "copy-block",
                new Page.LocatorOptions().setHas(page.getByText(label, new Page.GetByTextOptions().setExact(true))));
        block.waitFor();
        return block.locator("code").textContent();
    }
}

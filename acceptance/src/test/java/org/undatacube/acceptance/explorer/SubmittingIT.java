package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;

/** What an agency and the secretariat do in the pages, from a key to a published figure. */
@ExtendWith(ExplorerSuite.class)
class SubmittingIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern SUBMISSION = Pattern.compile(".*/submit/submissions/[0-9a-f-]{36}.*");
    private static final Pattern REPORT = Pattern.compile(".*/submit/reports/[0-9a-f-]{36}.*");
    private static final String LINES = """
            lineId,function,location,amount
            U-1,E01,ML,1200.50
            U-2,E99,NA,300.00
            """;

    @Test
    void threePeopleBringAFigureFromAFileToAnEdition(Explorer explorer) {
        String address;
        try (Desk preparer = Desk.of(explorer, explorer.suite().holderOf("preparer", "UPU"))) {
            preparer.send(2025, "1500.50", Desk.csv("upu.csv", LINES), "Keep it as a draft");
            assertThat(preparer.page()).hasURL(SUBMISSION);
            Locator wrong = preparer.page().locator("mend-table input[data-wrong]");
            assertThat(wrong).hasValue("E99");
            preparer.visitor().requireAccessible();

            wrong.fill("E01");
            preparer.press("Send the mended lines");
            assertThat(preparer.page().locator(".breakdowns .status-published")).hasText("reached");
            preparer.follow("Lines");
            preparer.press("Correct line U-1");
            preparer.page().locator("#line-location").fill("NP");
            preparer.press("Save the line");
            assertThat(preparer.page().locator(".lines")).containsText("NP");
            preparer.visitor().requireAccessible();
            preparer.follow("What would change");
            assertThat(preparer.page().locator(".impact-total")).containsText("USD 1,500.50");
            preparer.visitor().requireAccessible();
            preparer.press("Validate");
            assertThat(preparer.page().locator(".next-steps")).containsText("The rules accept it");
            address = preparer.page().url();
        }
        try (Desk certifier = Desk.of(explorer, explorer.suite().holderOf("certifier", "UPU"))) {
            certifier.link("UPU, expenses 2025").first().click();
            certifier.press("Give back");
            certifier.page().locator("#words").fill("Is Nepal right?");
            certifier.page().locator(".step-form .primary").click();
            assertThat(certifier.page().locator(".next-steps")).containsText("It was given back");
            certifier.follow("History");
            assertThat(certifier.page().locator(".history")).containsText("Is Nepal right?");
        }
        try (Desk preparer = Desk.of(stranger(explorer), explorer.suite().holderOf("preparer", "UPU"), address)) {
            preparer.press("Validate");
            assertThat(preparer.page().locator(".next-steps")).containsText("The rules accept it");
        }
        try (Desk certifier = Desk.of(stranger(explorer), explorer.suite().holderOf("certifier", "UPU"), address)) {
            certifier.press("Certify");
            certifier.page().locator(".step-form .primary").click();
            assertThat(certifier.page().locator(".next-steps")).containsText("It is certified");
            assertThat(certifier.page().locator(".facts")).containsText(Pattern.compile("[0-9a-f]{64}"));
        }
        try (Desk reviewer = Desk.of(explorer, explorer.suite().holderOf("reviewer", null))) {
            reviewer.link("UPU, expenses 2025").first().click();
            reviewer.press("Publish");
            reviewer.page().locator(".step-form .primary").click();
            assertThat(reviewer.page().locator(".next-steps")).containsText("It is published");
        }
        Gateway anybody = explorer.suite().anybody();
        Await.until("the figure is in the cube", () -> {
            String question = "/api/v1/cubes/expense/aggregate?cut=entity:UPU%7Cyear:2025";
            return "1500.50"
                    .equals(anybody.get(question)
                            .require(200)
                            .at("/total/amount")
                            .asText());
        });
        try (Visitor visitor = explorer.visitor()) {
            visitor.at(address);
            assertThat(visitor.page().locator("h1")).hasText("UPU, expenses 2025");
            assertFalse(visitor.page().locator(".next-steps").isVisible());
            visitor.requireAccessible();
        }
    }

    @Test
    void mistakesInAWorkbookAreShownBesideTheirCellsAndComeBackAsComments(Explorer explorer) throws IOException {
        Gateway holder = explorer.suite().holderOf("preparer", "UNU");
        // what is refused stands on the console as well
        try (Desk preparer = Desk.of(explorer.visitor().expectingTrouble(), holder, "/submit")) {
            FilePayload workbook = new FilePayload("unu.xlsx", XLSX, workbook());
            preparer.send(2025, "30", workbook, "Have it validated at once");

            assertThat(preparer.page()).hasURL(REPORT);
            assertThat(preparer.page().locator("h1")).hasText("This was not accepted");
            Locator finding =
                    preparer.page().locator(".findings-table tbody tr").first();
            assertThat(finding).containsText("'By place'!A3");
            assertThat(finding.locator(".cell")).hasText("E99");
            preparer.visitor().requireAccessible();
            preparer.visitor().screenshot("submit-workbook-with-mistakes");
            Download annotated = preparer.page().waitForDownload(() -> preparer.press("Your workbook with comments"));
            assertEquals("findings.xlsx", annotated.suggestedFilename());

            preparer.follow("Send the mended file");
            assertThat(preparer.page().locator("#controlTotal")).hasValue("30");
        }
    }

    @Test
    void findingsAreFilteredByTheirKindAndShowTheLineOfTheFile(Explorer explorer) {
        String lines = "lineId,function,location,amount\nA,E98,ML,1\nB,E01,XX,2\nC,E01,ML,-\n";
        try (Desk preparer = Desk.of(explorer, explorer.suite().holderOf("preparer", "UNU"))) {
            preparer.send(2025, "3", Desk.csv("unu.csv", lines), "Only check it");

            Locator findings = preparer.page().locator(".findings-table .finding");
            assertThat(findings).hasCount(3);
            assertThat(preparer.page().locator(".own-line mark").first()).hasText("E98");
            preparer.page().locator("#of-severity").selectOption("note");
            assertThat(findings).hasCount(1);
            assertThat(findings.first()).containsText("row 4");
        }
    }

    @Test
    void aLargeFileGoesInPiecesAndIsWatched(Explorer explorer) {
        String lines = IntStream.range(0, 450_000)
                .mapToObj(line -> "L-" + line + ",E01,ML,10.25\n")
                .collect(Collectors.joining("", "lineId,function,location,amount\n", ""));
        try (Desk preparer = Desk.of(explorer, explorer.suite().holderOf("preparer", "UNU"))) {
            preparer.send(2020, "4612500", Desk.csv("large.csv", lines), "Keep it as a draft");

            assertThat(preparer.page().locator("job-view progress"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Desk.PATIENCE));
            assertThat(preparer.page())
                    .hasURL(SUBMISSION, new PageAssertions.HasURLOptions().setTimeout(Desk.PATIENCE));
            assertThat(preparer.page().locator(".breakdowns")).containsText("450,000");
            assertTrue(preparer.visitor().requests().stream().anyMatch(path -> path.startsWith("/api/v1/uploads/")));
        }
    }

    @Test
    void whatAnotherAgencyHasNotPublishedIsNotToBeSeen(Explorer explorer) {
        String address;
        try (Desk preparer = Desk.of(explorer, explorer.suite().holderOf("preparer", "UNU"))) {
            preparer.send(2025, "1500.50", Desk.csv("unu.csv", LINES), "Keep it as a draft");
            assertThat(preparer.page()).hasURL(SUBMISSION);
            address = preparer.page().url();
        }
        try (Visitor visitor = explorer.visitor().expectingTrouble();
                Desk another = Desk.of(visitor, explorer.suite().holderOf("preparer", "UPU"), "/submit")) {
            visitor.at(address);

            assertThat(another.page().locator("main"))
                    .containsText("There is no such submission, or it is not for you");
            assertThat(another.page().locator("main")).not().containsText("1,500.50");
        }
    }

    @Test
    void pagesCanBeReadInArabicAndOnAPhone(Explorer explorer) {
        Gateway administrator = explorer.suite().administrator();
        try (Desk desk = Desk.of(explorer.visitor("ar-EG", Explorer.PHONE), administrator, "/submit/new")) {
            for (String page :
                    new String[] {"/submit", "/submit/new", "/submit/completeness", "/submit/windows", "/submit/keys"
                    }) {
                desk.visitor().at(page);
                desk.visitor().requireAccessible();
                desk.visitor().screenshot("ar" + page.replace('/', '-'));
            }
        }
    }

    /** Somebody who is not told of a submission before they sign in: the refusal stands on the console. */
    private static Visitor stranger(Explorer explorer) {
        return explorer.visitor().expectingTrouble();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("By place");
            String[][] rows = {{"function", "location", "amount"}, {"E01", "ML", "10"}, {"E99", "NA", "20"}};
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(row, column, rows[row][column]);
                }
            }
        }
        return bytes.toByteArray();
    }
}

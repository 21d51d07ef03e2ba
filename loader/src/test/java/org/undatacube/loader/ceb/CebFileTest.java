package org.undatacube.loader.ceb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.codelists.Dimension;
import org.undatacube.loader.suite.Line;
import org.undatacube.loader.suite.Submission;

class CebFileTest {
    private static final String REVENUE = "agency,sub_agency,calendar_year,amount,sub_type_name,rev_type,sub_type\r\n";
    private static final String EXPENSES = "calendar_year,amount,currency,agency,sub_agency,transaction_type\r\n";
    private static final String SDGS =
            "calendar year,entity code,type of financial information,amount,SDG goal," + "SDG target,SDG indicator\r\n";
    private static final String PROJECT = "Project contributions,Earmarked contributions,R03E\r\n";

    @TempDir
    private Path folder;

    @Test
    void makesOneSubmissionForEachReportingEntityAndYear() throws Exception {
        Conversion conversion = revenue("UNDP,UNDP,2024,1," + PROJECT + "UNDP,UNDP,2023,2," + PROJECT
                + "UN,UN-UNRISD,2024,3," + PROJECT + "UN,UN,2024,4," + PROJECT);

        assertEquals(
                List.of("UNDP 2023 2", "UN 2024 7", "UNDP 2024 1"),
                conversion.submissions().stream()
                        .map(one -> one.entity() + " " + one.year() + " " + one.controlTotal())
                        .toList());
        assertEquals(List.of(), conversion.findings().all());
    }

    @Test
    void namesThePartOfAnEntityOnlyWhereItDiffers() throws Exception {
        List<Line> lines = lines(revenue("UN,UN-UNRISD,2024,3," + PROJECT + "UN,UN,2024,4," + PROJECT));

        assertEquals("UN-UNRISD", lines.get(0).entity());
        assertEquals(null, lines.get(1).entity());
    }

    @Test
    void groupsAnEntityThatReportsWithinAnotherUnderIt() throws Exception {
        Conversion conversion = sdgs("2018,UNRISD,EXP,137085,3,,\r\n");

        assertEquals("UN", conversion.submissions().get(0).entity());
        assertEquals("UN-UNRISD", lines(conversion).get(0).entity());
        assertEquals(List.of("2 entity code UNRISD"), places(conversion, Rule.CODE_ALIAS));
    }

    @Test
    void notesAnAliasOnceARow() throws Exception {
        Conversion conversion = revenue("UNWTO,UNWTO,2024,5," + PROJECT);

        assertEquals("UN Tourism", conversion.submissions().get(0).entity());
        assertEquals(List.of("2 agency UNWTO"), places(conversion, Rule.CODE_ALIAS));
    }

    @Test
    void leavesOutAndNotesAByteOrderMark() throws Exception {
        Conversion conversion = convert(new RevenueTable(), "\uFEFF" + REVENUE + "UNDP,UNDP,2024,5," + PROJECT);

        assertEquals(1, conversion.findings().count(Rule.BYTE_ORDER_MARK));
        assertEquals(1, lines(conversion).size());
    }

    @Test
    void sendsADashAsALineOfZero() throws Exception {
        Conversion conversion = revenue("UNDP,UNDP,2024, -   ," + PROJECT);

        assertEquals(BigDecimal.ZERO, lines(conversion).get(0).amount());
        assertEquals(List.of("2 amount  -   "), places(conversion, Rule.DASH_IS_ZERO));
    }

    @Test
    void skipsAndCountsARowWithoutAnAmount() throws Exception {
        Conversion conversion = revenue("UNDP,UNDP,2024,5," + PROJECT + "UNDP,UNDP,2024,," + PROJECT);

        assertEquals(1, lines(conversion).size());
        assertEquals(List.of("3 amount "), places(conversion, Rule.AMOUNT_MISSING));
        assertEquals(2, conversion.read().of(2024).count());
    }

    @Test
    void keepsEveryDigitAndEveryRepeatedRow() throws Exception {
        String row = "UNDP,UNDP,2024,-0.123456789," + PROJECT;
        Conversion conversion = revenue(row + row);

        assertEquals(
                new BigDecimal("-0.246913578"), conversion.submissions().get(0).controlTotal());
        assertEquals(List.of("3 amount -0.123456789"), places(conversion, Rule.REPEATED_ROW));
        assertEquals(2, conversion.findings().count(Rule.NEGATIVE_AMOUNT));
        assertEquals(2, conversion.findings().count(Rule.BEYOND_CENTS));
    }

    @Test
    void letsTheInstrumentsCodeWinOverItsName() throws Exception {
        Conversion conversion = revenue("UNDP,UNDP,2024,5,Project contributions,Earmarked contributions,R03F\r\n"
                + "UNDP,UNDP,2024,6,Assessed Contributions,Assessed contributions,R01\r\n"
                + "UNDP,UNDP,2017,7,Earmarked contributions,Earmarked contributions,R03\r\n");

        assertEquals(List.of("2 sub_type_name Project contributions"), places(conversion, Rule.NAME_CONTRADICTS_CODE));
        assertEquals(List.of("3 sub_type_name Assessed Contributions"), places(conversion, Rule.NAME_VARIANT));
        assertEquals(2, conversion.findings().all().size());
    }

    @Test
    void readsFunctionsByTheirNamesAndKeepsOtherBreakdowns() throws Exception {
        Conversion conversion = convert(
                new ExpenseTable(),
                EXPENSES + "2024,10.5,USD,UNDP,UNDP,Development Assistance\r\n"
                        + "2024,1,EUR,UNDP,UNDP,Humanitarian Assistance\r\n");

        Submission submission = conversion.submissions().get(0);
        assertEquals("breakdowns", submission.getReplaces());
        assertEquals(new BigDecimal("11.5"), submission.controlTotal());
        assertEquals(
                List.of("E01", "E02"),
                lines(conversion).stream().map(Line::code).toList());
        assertEquals("EUR", lines(conversion).get(1).currency());
    }

    @Test
    void leavesTheControlTotalInForceForTheTableThatIsNotComplete() throws Exception {
        Submission submission = sdgs("2024,UNDP,EXP,10,3,,\r\n").submissions().get(0);

        assertEquals(null, submission.controlTotal());
        assertEquals(List.of(Dimension.SDG), submission.breakdowns().get(0).dimensions());
    }

    @Test
    void countsATargetOutsideItsGoalUnderTheGoal() throws Exception {
        Conversion conversion = sdgs("2019,UNDP,EXP,10,8,3.d,\r\n");

        assertEquals("8", lines(conversion).get(0).code());
        assertEquals("target 3.d", lines(conversion).get(0).note());
        assertEquals(List.of("2 SDG target 3.d"), places(conversion, Rule.TARGET_OUTSIDE_GOAL));
    }

    @Test
    void notesTargetsThatASpreadsheetMayHaveDamaged() throws Exception {
        Conversion conversion = sdgs("2024,UNDP,EXP,10,8,8.1,\r\n2024,UNDP,EXP,11,8,8.2,\r\n");

        assertEquals(
                List.of("8.1", "8.2"),
                lines(conversion).stream().map(Line::code).toList());
        assertEquals(List.of("2 SDG target 8.1"), places(conversion, Rule.TARGET_MAY_BE_DAMAGED));
    }

    @Test
    void readsTheOtherOdditiesOfTheSdgTable() throws Exception {
        Conversion conversion =
                sdgs("2021,UNDP,BUG,10,3,3,\r\n2024,UNDP,BUD,11,x00,,\r\n2019,UNDP,EXP,12,8,8.2,8.2.1\r\n");

        assertEquals(List.of("2 SDG target 3"), places(conversion, Rule.TARGET_IS_GOAL));
        assertEquals(List.of("2 type of financial information BUG"), places(conversion, Rule.BASIS_SPELLING));
        assertEquals(List.of("3 SDG goal x00"), places(conversion, Rule.CODE_ALIAS));
        assertEquals(List.of("4 SDG indicator 8.2.1"), places(conversion, Rule.INDICATOR_NOT_HELD));
        assertEquals(
                List.of("8.2", "3", "X00"),
                lines(conversion).stream().map(Line::code).toList());
        assertEquals("indicator 8.2.1", lines(conversion).get(0).note());
        assertEquals("BUD", lines(conversion).get(1).basis());
    }

    @Test
    void rejectsValuesThatNoLineCanCarry() throws Exception {
        Conversion conversion = revenue("UNDB,UNDB,2024,5," + PROJECT + "UNDP,UNDP,20x4,5," + PROJECT
                + "UNDP,UNDP,2024,five," + PROJECT + "UNDP,UNDP,2024,5,Something,Else,R99\r\n");

        assertEquals(
                List.of("2 agency UNDB", "3 calendar_year 20x4", "4 amount five", "5 sub_type R99"),
                conversion.findings().of(Rule.Severity.REJECT).stream()
                        .map(CebFileTest::place)
                        .toList());
        assertTrue(conversion.findings().all().get(0).message().contains("Nearest: UNDP"));
    }

    @Test
    void refusesAFileThatIsAnotherTable() {
        Exception refusal = assertThrows(CebFile.NotThatTable.class, () -> convert(new SdgTable(), REVENUE + PROJECT));

        assertTrue(refusal.getMessage().startsWith("file.csv: "), refusal.getMessage());
    }

    private Conversion revenue(String rows) throws Exception {
        return convert(new RevenueTable(), REVENUE + rows);
    }

    private Conversion sdgs(String rows) throws Exception {
        return convert(new SdgTable(), SDGS + rows);
    }

    private Conversion convert(CebTable table, String content) throws IOException, CebFile.NotThatTable {
        Path file = Files.writeString(folder.resolve("file.csv"), content);
        var codes = switch (table.dimension()) {
            case INSTRUMENT -> MadeUpLists.instruments();
            case FUNCTION -> MadeUpLists.functions();
            default -> MadeUpLists.sdgs();
        };
        return new CebFile(table, MadeUpLists.entities(), codes).convert(file);
    }

    private static List<Line> lines(Conversion conversion) {
        return conversion.submissions().stream()
                .flatMap(submission -> submission.breakdowns().get(0).lines().stream())
                .toList();
    }

    private static List<String> places(Conversion conversion, Rule rule) {
        return conversion.findings().all().stream()
                .filter(finding -> finding.rule() == rule)
                .map(CebFileTest::place)
                .toList();
    }

    private static String place(Finding finding) {
        return finding.row() + " " + finding.field() + " " + finding.value();
    }
}
